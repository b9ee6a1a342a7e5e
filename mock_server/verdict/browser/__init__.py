"""The same way through a service in a real browser, for pages that are nothing without their scripts."""
