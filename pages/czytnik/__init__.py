"""The reader's program on the computer."""
