"""Loads the house's fixtures for every test."""

import os

import pytest

from fixtures.plugin import PLUGINS

if os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD"):
    raise pytest.UsageError("PYTEST_DISABLE_PLUGIN_AUTOLOAD is set, and the suite stands on plugins. Unset it.")

pytest_plugins = PLUGINS
