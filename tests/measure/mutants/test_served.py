"""What was rendered and served, of a site of two templates and one file."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from starlette.responses import Response

from bootstrap.places import ROOT
from fixtures.http_browser import HttpBrowser
from measure.mutants.languages.template.jinja import TemplateSource
from measure.mutants.served import Served, marked
from mock_server.client import WorldControl
from mock_server.kernel.faults import TemplateFault
from mock_server.web.files import Files
from mock_server.web.templates import Templates

OWN = '{% extends "lay.html" %}{% block b %}<h1>{% if wide %}x{% endif %}</h1>{% endblock %}'


class Faults:
    """A world's, as far as a page and a file ask it."""

    def __init__(self, *changes: TemplateFault) -> None:
        self._changes = changes

    def template_changes(self) -> tuple[TemplateFault, ...]:
        return self._changes

    def changed(self, _site: str, _path: str, response: Response) -> Response:
        return response


def visit(*changes: TemplateFault) -> Any:  # noqa: ANN401 - as much of a visit as a page asks for
    world = SimpleNamespace(faults=Faults(*changes))
    request = SimpleNamespace(url="http://a/", headers={})
    site = SimpleNamespace(name="site", title="Site", languages=("pl",), is_public=False)
    return SimpleNamespace(
        world=world, request=request, site=site, url=None, now=None, form={}, known_browser=None, here="/"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "site/templates/own.html": OWN,
        "shared/templates/lay.html": "{% block b %}{% endblock %}",
        "site/static/own.css": ".a { b: c; }",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def templates(site: Path) -> Templates:
    return Templates(site / "site", site / "shared")


@pytest.fixture
def served(site: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    watching = Served(site)
    watching.watch(monkeypatch)
    return watching


def test_a_page_tells_what_it_is_made_of_and_the_parts_that_were_rendered(served: Served, templates: Templates) -> None:
    templates.render(visit(), "own.html", {"wide": False})
    assert served.taken() == {"site/templates/own.html": 0b011, "shared/templates/lay.html": 0b01}
    templates.render(visit(), "own.html", {"wide": True})
    assert served.taken() == {"site/templates/own.html": 0b111, "shared/templates/lay.html": 0b01}


def test_what_was_told_is_not_told_again(served: Served, templates: Templates) -> None:
    templates.render(visit(), "own.html", {"wide": False})
    served.taken()
    assert served.taken() == {}


def test_a_file_counts_where_it_is_served(served: Served, site: Path) -> None:
    scope = {"type": "http", "method": "GET", "path": "/own.css", "headers": [], "world": visit().world}
    answer = asyncio.run(Files("site", site / "site" / "static").get_response("own.css", scope))
    assert answer.status_code == 200
    assert served.taken() == {"site/static/own.css": 1}


def test_the_houses_sheets_count_where_a_sites_sheet_is_served(
    world: WorldControl, monkeypatch: pytest.MonkeyPatch, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    served = Served(ROOT)
    served.watch(monkeypatch)
    new_http_browser().read(world.url("pz", "/site.css"))
    assert served.taken() == {
        f"mock_server/web/static/{name}.css": 1 for name in ("tokens", "house", "controls", "drawings")
    }


def test_a_page_that_a_fault_has_changed_tells_nothing_of_its_parts(served: Served, templates: Templates) -> None:
    fault = TemplateFault("site/own.html", "<h1>", "<h1 class=a>")
    assert "<h1 class=a>" in templates.render(visit(fault), "own.html", {"wide": True})
    assert served.taken() == {}


def test_a_page_from_elsewhere_is_none_of_the_mocks(monkeypatch: pytest.MonkeyPatch, templates: Templates) -> None:
    served = Served(ROOT / "mock_server")
    served.watch(monkeypatch)
    assert templates.render(visit(), "own.html", {"wide": True}) == "<h1>x</h1>"
    assert served.taken() == {}


def render(templates: dict[str, str], **values: object) -> tuple[str, set[int]]:
    parts: set[int] = set()
    environment = Environment(loader=DictLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals["tell_rendered_part"] = lambda _file, part: parts.add(part)
    return environment.get_template("a").render(values), parts


@pytest.mark.parametrize(
    ("values", "parts"),
    [({"b": True, "g": []}, {0, 1}), ({"b": False, "g": []}, {0, 2, 4}), ({"b": False, "g": [1]}, {0, 2, 3})],
)
def test_only_parts_that_are_rendered_are_told_and_the_page_stays_the_same(
    values: dict[str, object], parts: set[int]
) -> None:
    source = (
        "a\n{% if b -%}\n  c\n{% else %}\n  {% for f in g %}\n  h\n  {% else %}\n  i\n  {% endfor %}\n{% endif %}\n"
    )
    with_marks = render({"a": marked(source, "a")}, **values)
    assert with_marks == (render({"a": source}, **values)[0], parts)


def test_a_page_with_a_layout_and_macros_stays_the_same() -> None:
    templates = {
        "a": '{% extends "l" %}\n{% from "m" import field %}\n{% block b %}\n{{ field("x") }}{{ super() }}\n'
        "{% endblock %}\n",
        "l": "<p>\n  {% block b %}\n  l\n  {% endblock %}\n</p>\n",
        "m": "{% macro field(name, wrong=1) %}\n<i>{{ name }}</i>\n{% endmacro %}\n",
    }
    assert render({name: marked(source, name) for name, source in templates.items()})[0] == render(templates)[0]


def test_a_page_that_translates_stays_the_same() -> None:
    source = "{% if b %}{{ _('c') }}{% endif %}"
    assert render({"a": marked(source, "a")}, b=True, _=str.upper) == ("C", {0, 1})


def test_every_page_of_the_mock_can_be_marked() -> None:
    jinja = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for page in (ROOT / "mock_server").rglob("*.html"):
        source = page.read_text(encoding="utf-8")
        assert marked(source, "a").count("tell_rendered_part") == len(TemplateSource(source).parts)
        jinja.parse(marked(source, "a"))
