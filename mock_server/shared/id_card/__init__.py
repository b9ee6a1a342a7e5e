"""The card itself, as the reader's program and the eDO App see it."""
