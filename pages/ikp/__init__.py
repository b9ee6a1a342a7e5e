"""Internetowe Konto Pacjenta."""
