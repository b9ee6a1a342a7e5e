"""Where a walk through the suite leaves what it found."""

from bootstrap.places import HTML, OUT

RESULTS = OUT / "allure-results"
INDEX = HTML / "index.html"
PATH_MAP = HTML / "paths.html"
PATHS = OUT / "paths.json"
JUNIT = OUT / "junit.xml"
"""What CI servers read."""
