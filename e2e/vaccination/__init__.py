"""Vaccinating a child against HPV: from the parent's account to a visit for each dose."""
