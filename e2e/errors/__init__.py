"""When something breaks."""
