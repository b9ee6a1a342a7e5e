"""Loads the house's fixtures for every test."""

from fixtures.plugin import PLUGINS

pytest_plugins = PLUGINS
