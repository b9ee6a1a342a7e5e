"""The hostile hub: answers with chosen defects, and what a service provider must make of each."""
