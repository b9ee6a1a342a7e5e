"""Vaccinating a child against HPV: its plan, both doses, and a visit for each."""
