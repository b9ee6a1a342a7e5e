"""The fault catalogue: what could be wrong with such a system, ready to be planted in a world."""
