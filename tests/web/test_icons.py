"""Every method and every part of an account has a drawing."""

import re
from pathlib import Path

import pytest

from mock_server.shared.patient.sections import START
from mock_server.sites.ikp.home import SECTIONS
from mock_server.sites.login.methods import METHODS
from mock_server.web import templates

ICONS = Path(templates.__file__).parent / "templates" / "icons.html"
DRAWN = re.findall(r'^  "(\w+)":', ICONS.read_text("utf-8"), re.M)


@pytest.mark.parametrize("name", [*(one.id for one in METHODS), START.name, *(one.name for one in SECTIONS), "more"])
def test_it_is_drawn(name: str) -> None:
    assert DRAWN.count(name) == 1
