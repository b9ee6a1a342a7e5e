"""Booking a visit: a place, a term, a confirmation. What is booked, and by which right, its own room says."""
