"""Templates of a site, with the shared ones behind them, and with a world's template faults applied.

What a fault writes into a template comes from outside: such a twin is rendered in Jinja's sandbox, where it can show
what the page is given and can neither reach Python nor change anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from ..kernel.faults import TemplateFault
from ..kernel.language import spoken
from ..kernel.near import beginning
from ..kernel.translation import gettext, ngettext, say
from . import about
from .languages import way_to
from .marks import mark_of
from .moments import countdown_shown, day_shown, instants_marked, moment_shown, moments_marked, term_shown
from .twin import TwinEnvironment, changed, within_bounds

if TYPE_CHECKING:
    from .visit import Visit

_WEB = Path(__file__).parent
_known_rooms: dict[str, Path] = {}
"""The folders of all templates of the sites that have been imported, by the name of their package."""
_Source = tuple[str, str | None, Callable[[], bool] | None]
FILTERS: dict[str, Callable[..., Markup]] = {
    "moment": moment_shown,
    "term": term_shown,
    "day": day_shown,
    "countdown": countdown_shown,
    "instants": instants_marked,
    "moments": moments_marked,
}
"""How templates show moments."""


class Templates:
    """Renders the templates of one site: its package's, those of a package it shares, the house's."""

    def __init__(self, folder: Path, shared: Path | None = None) -> None:
        rooms = [(package.name, package / "templates") for package in (folder, shared, _WEB) if package]
        _known_rooms.update(rooms)
        self._rooms = _Rooms(rooms)
        self._environment = _environment(Environment, self._rooms)

    def render(self, visit: "Visit", template: str, context: Mapping[str, Any]) -> str:
        """The page's HTML."""
        site = visit.site
        known = {
            "here": visit.here,
            "came_from": "",
            **context,
            "url": visit.url,
            "way_to": partial(way_to, visit),
            "site": _Brand(site.name, site.title),
            "now": visit.now,
            "language": spoken(),
            "about": about.PAGES if site.is_public else {},
            "languages": site.languages if len(site.languages) > 1 else (),
        }
        faults = visit.world.faults.template_changes()
        if not faults:
            return self._environment.get_template(template).render(known)
        with within_bounds():
            return _with_faults(self._rooms, faults).get_template(template).render(known, request=_asked_by(visit))


def template_names() -> frozenset[str]:
    """Every template of the sites that have been imported, as faults call it: ``<package>/<file>``."""
    return frozenset(
        f"{room}/{file.relative_to(folder).as_posix()}"
        for room, folder in _known_rooms.items()
        for file in folder.rglob("*.html")
    )


def source_of(name: str) -> str | None:
    """The source of a template, or None when there is none of that name."""
    room, _, template = name.partition("/")
    return (_known_rooms[room] / template).read_text(encoding="utf-8") if name in template_names() else None


def problem_of(source: str) -> str | None:
    """Why a text is no template, or None when it is one."""
    try:
        _environment(TwinEnvironment, _Rooms(())).compile(source)
    except TemplateSyntaxError as error:
        return f"line {error.lineno}: {beginning(error.message or '')}"
    except Exception:  # what the parser, Jinja's or Python's, was not made for
        return "it nests too deeply, or holds a number that is too long"
    return None


@dataclass(frozen=True)
class _Brand:
    """What a template knows of its site."""

    name: str
    title: str


@dataclass(frozen=True)
class _Asked:
    """What a fault can show of the request that is answered; a page as it should be shows none of it."""

    address: str
    headers: Mapping[str, str]
    form: Mapping[str, str]
    browser: str | None


def _asked_by(visit: "Visit") -> _Asked:
    request = visit.request
    return _Asked(str(request.url), dict(request.headers), dict(visit.form), visit.known_browser)


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
                    source = changed(source, fault)
            return source, name, None
        raise TemplateNotFound(template)


@lru_cache(maxsize=64)
def _with_faults(rooms: _Rooms, faults: tuple[TemplateFault, ...]) -> Environment:
    return _environment(TwinEnvironment, rooms.twin(faults))


def _environment(kind: type[Environment], rooms: _Rooms) -> Environment:
    environment = kind(
        loader=rooms,
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=_said,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals |= {"gettext": _translated, "ngettext": _translated_number, "mark_of": mark_of}
    environment.filters |= FILTERS
    return environment


@pass_context
def _translated(context: Context, message: str, /, **values: object) -> str:
    """What ``{% trans %}`` and ``_(…)`` show; Jinja's own would say values in Polish."""
    return _filled(context, gettext(message), values)


@pass_context
def _translated_number(context: Context, singular: str, plural: str, num: int, /, **values: object) -> str:
    """The same of so many things."""
    return _filled(context, ngettext(singular, plural, num), {"num": num, **values})


def _filled(context: Context, text: str, values: Mapping[str, object]) -> str:
    said = {name: say(value) if isinstance(value, str) else value for name, value in values.items()}
    return (Markup(text) if context.eval_ctx.autoescape else text) % said  # noqa: S704 - a catalogue's or ours


@pass_context
def _said(_context: Context, value: object) -> object:
    """What a page shows; of a text that can be translated, the text in the page's language."""
    return say(value) if isinstance(value, str) else value
