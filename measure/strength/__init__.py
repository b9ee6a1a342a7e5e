"""``make strength``: every fault of the catalogue planted, and which test catches it."""
