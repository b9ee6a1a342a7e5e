"""Somebody else, where nobody is named."""

from datetime import date

from ..saml.model import Subject

BOB = Subject("Bogdan", "Obcy", date(1990, 1, 1), "90010112349")
"""He lives in no world."""
