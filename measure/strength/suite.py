"""What there is to be tried: the faults of the catalogue, and the tests with what each claims."""

import json
import runpy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bootstrap.places import ROOT
from measure.strength.fingerprint import digest_of_fault, digest_of_test
from measure.strength.plugin.plan import function_of
from mock_server.faults.catalogue import CATALOGUE
from mock_server.faults.entry import CataloguedFault
from mock_server.kernel.faults import PlantedFault


@dataclass(frozen=True)
class SuiteTest:
    """A test with its parameters.

    Attributes:
        id: pytest's name for it.
        claims: the behaviours that it says it asserts.
        in_browser: whether it opens a browser.
        beyond_faults: why no fault of the catalogue can break what it asserts, if it says so.
    """

    id: str
    claims: tuple[str, ...]
    in_browser: bool
    digest: str
    beyond_faults: str = ""

    @property
    def function(self) -> str:
        """Its name without parameters."""
        return function_of(self.id)


@dataclass(frozen=True)
class Fault:
    """A fault of the catalogue.

    Attributes:
        planted: what it does.
    """

    id: str
    title: str
    suffers: str
    behaviour: str
    digest: str
    planted: PlantedFault

    @property
    def paragraph(self) -> str:
        """The first part of the behaviour's name."""
        return paragraph_of(self.behaviour)


@dataclass(frozen=True)
class Words:
    """The texts of behaviours and the headings of their paragraphs, by name."""

    behaviours: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[str, str] = field(default_factory=dict)


def paragraph_of(behaviour: str) -> str:
    """The first part of a behaviour's name."""
    return behaviour.partition(".")[0]


def read_tests(file: Path) -> list[SuiteTest]:
    """The tests that the plugin wrote down."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    digests = {module: digest_of_test(module) for module in {row["id"].partition("::")[0] for row in rows}}
    return [
        SuiteTest(
            row["id"],
            tuple(row["claims"]),
            row["in_browser"],
            digests[row["id"].partition("::")[0]],
            row["beyond_faults"],
        )
        for row in rows
    ]


def catalogue(faults: Iterable[CataloguedFault] = ()) -> list[Fault]:
    """The catalogue's faults."""
    return [
        Fault(one.id, one.title, one.suffers, one.behaviour, digest_of_fault((one.behaviour, one.fault)), one.fault)
        for one in faults or CATALOGUE.values()
    ]


def words() -> Words:
    """The texts that the stories' table of behaviours has; it is read as data, since nothing leans on stories."""
    table = runpy.run_path(str(ROOT / "e2e" / "behaviour.py"))
    return Words(table["BEHAVIOURS"], table["PARAGRAPHS"])


def claimants(fault: Fault, tests: Sequence[SuiteTest]) -> list[SuiteTest]:
    """The tests that claim what the fault breaks."""
    return [test for test in tests if fault.behaviour in test.claims]
