"""Booking a visit: a place, a term, a confirmation; moved, cancelled, and refused."""
