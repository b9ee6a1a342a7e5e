"""What is never changed in a template: what nobody can see, hear or use."""

NEEDLESS = frozenset({'type="text"', 'method="get"'})
"""Attributes that say what holds without them."""
NO_ICON = 'rel="icon"'
"""A link with this attribute is there so that browsers ask for no icon."""
HOLDS_THE_PAGE = frozenset({"html", "head", "body"})
"""Without one of these elements a browser makes it itself."""
WRITTEN_BY_OTHERS = frozenset({
    "clinic", "detail", "doctor", "dosage", "drug", "email", "family_name", "full_name", "given_name", "place",
    "reason", "service", "typed", "username", "vaccine", "value",
})  # fmt: skip
"""The last names of what may hold markup, since people, providers or other systems write it: only of these it shows
whether they are escaped.
"""
