"""Where a walk through the suite leaves what it found."""

from bootstrap.places import HTML, OUT, ROOT

RESULTS = OUT / "allure-results"
INDEX = HTML / "index.html"
ALLURE = HTML / "allure.html"
ALLURE_FOLDER = HTML / "allure"
"""Allure's page as many files, where they were asked for."""
PATHS = OUT / "paths.json"
JUNIT = OUT / "junit.xml"
"""What CI servers read."""
HISTORY = OUT.parent / "history" / "runs.jsonl"
"""The runs before, in ``reports/history``; CI keeps its folder, in which ``DURATIONS`` lie too."""
KNOWN_ISSUES = ROOT / "e2e" / "known_issues.yaml"
