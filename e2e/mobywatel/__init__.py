"""mObywatel for patients: the code on the page, the app, the consent."""

CODE_LIFE = 300
"""Seconds for which a code lives."""
