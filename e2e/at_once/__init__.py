"""Many people, tabs and requests at the same moment."""
