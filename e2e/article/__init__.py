"""The announcement, told line by line."""
