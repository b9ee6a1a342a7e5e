"""Moments told to people: each is when the story did it, by the world's clock, in Polish time."""
