"""The verdict on a service: it is logged in to again and again, and asked who is in."""
