"""Templates of a site, with the shared ones behind them, and with a world's template faults applied."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from ..kernel.clock import WARSAW
from ..kernel.faults import TemplateFault

if TYPE_CHECKING:
    from .visit import Visit

_WEB = Path(__file__).parent
_Source = tuple[str, str | None, Callable[[], bool] | None]


class Templates:
    """Renders the templates of one site: its package's, those of a package it shares, the house's."""

    def __init__(self, folder: Path, shared: Path | None = None) -> None:
        rooms = [(package.name, package / "templates") for package in (folder, shared, _WEB) if package]
        self._environment = Environment(
            loader=_Rooms(rooms),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["moment"] = _moment
        self._environment.filters["day"] = _day

    def render(self, visit: "Visit", template: str, context: Mapping[str, Any]) -> str:
        """The page's HTML."""
        faults = visit.world.faults.template_changes()
        environment = _with_faults(self._environment, faults) if faults else self._environment
        return environment.get_template(template).render(
            context, visit=visit, url=visit.url, site=visit.site, now=visit.now
        )


class _Rooms(BaseLoader):
    """Looks in one folder after the other; a faulty twin changes what it finds."""

    def __init__(self, rooms: Sequence[tuple[str, Path]], faults: tuple[TemplateFault, ...] = ()) -> None:
        self._rooms = [(room, FileSystemLoader(folder)) for room, folder in rooms]
        self._faults = faults
        self._given = rooms

    def twin(self, faults: tuple[TemplateFault, ...]) -> "_Rooms":
        """The same folders with these faults in what they hold."""
        return _Rooms(self._given, faults)

    def get_source(self, environment: Environment, template: str) -> _Source:
        for room, loader in self._rooms:
            try:
                source, name, _ = loader.get_source(environment, template)
            except TemplateNotFound:
                continue
            for fault in self._faults:
                if fault.template == f"{room}/{template}":
                    source = source.replace(fault.old, fault.new)
            return source, name, None
        raise TemplateNotFound(template)


@lru_cache(maxsize=64)
def _with_faults(environment: Environment, faults: tuple[TemplateFault, ...]) -> Environment:
    loader = environment.loader
    assert isinstance(loader, _Rooms)  # noqa: S101 - narrows the type
    return environment.overlay(loader=loader.twin(faults))


def _moment(value: datetime) -> str:
    return f"{value.astimezone(WARSAW):%d.%m.%Y, %H:%M:%S}"


def _day(value: date) -> str:
    return f"{value:%d.%m.%Y}"
