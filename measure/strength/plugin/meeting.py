"""What a test meets of the mock: a fault in what it never meets changes nothing for it."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, Template
from starlette.responses import Response

from bootstrap.lines import append
from mock_server.kernel.faults import FailsOpen, Faults, Outage, PlantedFault, Replaced, ResponseChanged, RuleFault
from mock_server.web import templates


@dataclass(frozen=True)
class Met:
    """What one test met where nothing was wrong.

    Attributes:
        called: names of rules and seams.
        rendered: names of templates, as faults call them.
        answered: site and path of each answer.
        asked: sites that were asked for more than a file: one that is out says so.
    """

    called: frozenset[str] = frozenset()
    rendered: frozenset[str] = frozenset()
    answered: frozenset[tuple[str, str]] = frozenset()
    asked: frozenset[str] = frozenset()

    def meets(self, fault: PlantedFault) -> bool:
        """Whether the fault is in any of it."""
        match fault:
            case Replaced(name=name) | RuleFault(rule=name):
                return name in self.called
            case FailsOpen():
                return any(map(fault.covers, self.called))
            case ResponseChanged(site=site, path=path):
                return any(one == site and re.fullmatch(path, asked) for one, asked in self.answered)
            case Outage(site=site):
                return site in self.asked
            case _:
                return fault.template in self.rendered


class Meeting:
    """Notes what is met from one test to the next; the server lives in this process."""

    def __init__(self) -> None:
        self._called: set[str] = set()
        self._rendered: set[str] = set()
        self._answered: set[tuple[str, str]] = set()
        self._asked: set[str] = set()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Look on, until the patch is undone. Worlds that are there already are not seen."""
        true_init, true_changed, true_load = Faults.__init__, Faults.changed, Environment._load_template
        true_outage = Faults.outage

        def init(faults: Faults) -> None:
            true_init(faults)
            faults.replacements = _Noting(self._called)

        def changed(faults: Faults, site: str, path: str, response: Response) -> Response:
            self._answered.add((site, path))
            return true_changed(faults, site, path, response)

        def outage(faults: Faults, site: str) -> int | None:
            self._asked.add(site)
            return true_outage(faults, site)

        def load(environment: Environment, *args: Any) -> Template:  # noqa: ANN401 - jinja2's
            template = true_load(environment, *args)
            self._rendered.update(_names_of(template))
            return template

        patch.setattr(Faults, "__init__", init)
        patch.setattr(Faults, "changed", changed)
        patch.setattr(Faults, "outage", outage)
        patch.setattr(Environment, "_load_template", load)

    def taken(self) -> Met:
        """What was met since this was asked last."""
        met = Met(frozenset(self._called), frozenset(self._rendered), frozenset(self._answered), frozenset(self._asked))
        for noted in (self._called, self._rendered, self._answered, self._asked):
            noted.clear()
        return met


class _Noting(dict[str, Callable[..., Any]]):
    """Replacements that note for what name they are asked."""

    def __init__(self, noted: set[str]) -> None:
        super().__init__()
        self._noted = noted

    def get(self, name: str, default: Any = None, /) -> Any:  # noqa: ANN401 - as of a dict
        self._noted.add(name)
        return super().get(name, default)


def _names_of(template: Template) -> list[str]:
    file = Path(template.filename or "")
    return [
        f"{room}/{file.relative_to(folder).as_posix()}"
        for room, folder in templates._known_rooms.items()
        if file.is_relative_to(folder)
    ]


def keep(file: Path, test: str, met: Met) -> None:
    """Write down what a test met."""
    append(file, {"test": test} | {name: sorted(values) for name, values in asdict(met).items()})


def read_met(file: Path) -> dict[str, Met]:
    """What each test met when it was asked last; a last line that is not whole is none."""
    if not file.exists():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1])
    return {
        row["test"]: Met(
            called=frozenset(row["called"]),
            rendered=frozenset(row["rendered"]),
            answered=frozenset(map(tuple, row["answered"])),
            asked=frozenset(row["asked"]),
        )
        for row in rows
    }
