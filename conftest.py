"""What every test stands on, story or unit: how a session is asked and how it ends, and the mock that it talks to.

What is for stories alone, their browsers and the hooks that tell of them, ``e2e/conftest.py`` imports.
"""

import os

import pytest

if os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD"):
    raise pytest.UsageError("PYTEST_DISABLE_PLUGIN_AUTOLOAD is set, and the suite stands on plugins. Unset it.")

pytest.register_assert_rewrite("fixtures", "e2e")

pytest_plugins = [
    "fixtures.options",
    "fixtures.mock_elsewhere",
    "fixtures.browsers_elsewhere",
    "fixtures.farm",
    "fixtures.here",
    "fixtures.planting",
    "fixtures.model_walks",
    "fixtures.shares",
    "fixtures.shard",
    "fixtures.approving.option",
    "fixtures.filming",
    "fixtures.usage",
    "fixtures.stopping",
    "fixtures.collected",
    "fixtures.causes_told",
    "fixtures.blocked",
    "fixtures.console",
    "fixtures.surroundings",
    "fixtures.world",
    "fixtures.people",
    "fixtures.http_browser",
    "fixtures.by_hand",
    "fixtures.provider",
]
