"""Every fault of the catalogue can be planted, and changes something."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.meta import find_undeclared_variables

import mock_server
from e2e.behaviour import BEHAVIOURS
from mock_server.faults import catalogue
from mock_server.faults.entry import CataloguedFault
from mock_server.faults.page import ScriptChanged
from mock_server.kernel.faults import FailsOpen, Faults, Outage, ResponseChanged, TemplateFault
from mock_server.kernel.rules import rules
from mock_server.registry import REGISTRY
from mock_server.web.templates import FILTERS

ROOT = Path(mock_server.__file__).parent
CATALOGUE = list(catalogue.CATALOGUE.values())
WRITTEN_OTHERWISE = [fault for fault in CATALOGUE if isinstance(fault.fault, TemplateFault)]


def test_no_two_faults_share_a_name() -> None:
    names = Counter(fault.id for fault in catalogue.FAULTS)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_line_of_behaviour_is_broken_by_a_fault() -> None:
    assert [line for line in BEHAVIOURS if line not in {fault.behaviour for fault in CATALOGUE}] == []


@pytest.mark.parametrize("fault", CATALOGUE, ids=lambda fault: fault.id)
def test_fault_breaks_something_that_is_there(fault: CataloguedFault) -> None:
    assert fault.behaviour in BEHAVIOURS
    assert fault.title
    assert fault.suffers
    assert fault.source
    Faults().plant(fault.id, fault.fault)
    match fault.fault:
        case FailsOpen(beginnings=beginnings):
            assert all(any(name.startswith(beginning) for name in rules()) for beginning in beginnings)
        case TemplateFault(template=template, old=old, new=new):
            assert old in source_of(template)
            assert old != new
        case ResponseChanged(change=ScriptChanged(name=name, old=old, new=new)):
            assert any(old in script.read_text("utf-8") for script in ROOT.rglob(name))
            assert old != new
        case Outage(site=site) | ResponseChanged(site=site):
            assert site in REGISTRY


@pytest.mark.parametrize("fault", WRITTEN_OTHERWISE, ids=lambda fault: fault.id)
def test_a_page_that_reads_otherwise_knows_every_name_that_it_says(fault: CataloguedFault) -> None:
    assert isinstance(fault.fault, TemplateFault)
    said = names_in(source_of(fault.fault.template).replace(fault.fault.old, fault.fault.new))
    assert said <= names_known() | {"request"}


@cache
def names_known() -> set[str]:
    """What the templates of all sites say."""
    templates = (file for file in ROOT.rglob("*.html") if "templates" in file.parts)
    return set().union(*(names_in(file.read_text(encoding="utf-8")) for file in templates))


def names_in(source: str) -> set[str]:
    """What a template says and does not define itself."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.filters |= FILTERS
    return find_undeclared_variables(environment.parse(source))


def source_of(template: str) -> str:
    """The source of a template that a fault names ``<room>/<file>``."""
    room, _, file = template.partition("/")
    found = [folder / "templates" / file for folder in ROOT.rglob(room) if (folder / "templates" / file).is_file()]
    assert len(found) == 1, f"{template}: {len(found)} templates of that name"
    return found[0].read_text(encoding="utf-8")
