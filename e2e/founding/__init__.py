"""Founding a trusted profile through an institution, and logging in with it."""
