"""The test side of ``make strength``: each test run once for each fault, with the fault in its worlds.

Loaded only by the runner (``-p measure.strength.plugin.hooks``); no other run knows of it.
"""
