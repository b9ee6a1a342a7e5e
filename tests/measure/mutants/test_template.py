import pytest

from bootstrap.places import ROOT
from measure.mutants.languages.template.jinja import TemplateSource
from measure.mutants.languages.template.operators import OPERATORS
from measure.mutants.languages.template.source import candidates, is_valid

PAGES = ("web/templates/layout.html", "web/templates/forms.html", "sites/pz/templates/sms.html")


def changes(source: str, operator: str) -> list[str]:
    """What becomes of the source, by every change of this operator."""
    return [one.mutant().code for one in candidates("mock_server/a.html", source) if one.operator == operator]


@pytest.mark.parametrize(
    ("source", "operator", "becomes"),
    [
        ('<input name="a" required>', "attribute", ["<input required>", '<input name="a">']),
        ('<p id="{{ a }}">b</p>', "attribute", ["<p>b</p>"]),
        ('<input{% if a %} aria-invalid="true"{% endif %}>', "attribute", ["<input{% if a %}{% endif %}>"]),
        ("<p>a <em>b</em></p>", "element", ["", "<p>a </p>"]),
        ("<h1>a {{ b }}</h1>", "meaning", ["a {{ b }}"]),
        (
            '<a href="/a">ż</a> <form action="/b"></form>',
            "links",
            ['<a href="/b">ż</a> <form action="/a"></form>'],
        ),
        ("{% if a == b -%} c {% endif %}", "condition", ["{% if not (a == b) -%} c {% endif %}"]),
        ("{{ ' wrong' if error }}", "condition", ["{{ ' wrong' if not (error) }}"]),
        ("{{ a if b else c }}", "condition", ["{{ a if not (b) else c }}"]),
        (
            "{% for a, b in c.items() if a %}{{ b }}{% endfor %}",
            "item",
            [
                "{% for a, b in (c.items() | list)[1:] if a %}{{ b }}{% endfor %}",
                "{% for a, b in (c.items() | list)[:-1] if a %}{{ b }}{% endfor %}",
            ],
        ),
        (
            "{{ a.b }} {{ a.c }} {{ d.b }}",
            "variable",
            ["{{ a.c }} {{ a.c }} {{ d.b }}", "{{ a.b }} {{ a.b }} {{ d.b }}"],
        ),
        ("{{ a }} {% if c %}{{ b }}{% endif %}", "variable", []),
        ("{{ a.b | day }}", "formatting", ["{{ a.b | moment }}"]),
        ("{{ a.b | upper }}", "formatting", ["{{ a.b }}"]),
        ("{{ a.full_name }}", "escape", ["{{ a.full_name | safe }}"]),
        ('{{ a("b", c="d(", e=f(1)) }}', "argument", ['{{ a("b", e=f(1)) }}', '{{ a("b", c="d(") }}']),
        (
            '{% extends "a.html" %}{% block b %}{% block c %}{% endblock %}{% endblock %}',
            "block",
            ['{% extends "a.html" %}', '{% extends "a.html" %}{% block b %}{% endblock %}'],
        ),
        ('{% block b %}{% include "a.html" %}{% endblock %}', "block", ["{% block b %}{% endblock %}"]),
    ],
)
def test_a_template_is_changed_in_one_place(source: str, operator: str, becomes: list[str]) -> None:
    assert sorted(changes(source, operator)) == sorted(becomes)


@pytest.mark.parametrize(
    ("source", "operator"),
    [
        ('<link rel="icon" href="data:,">', "attribute"),
        ('<link rel="icon" href="data:,">', "element"),
        ('<input type="text">', "attribute"),
        ("<body>a</body>", "element"),
        ("{# <p>a</p> #}", "element"),
        ("{{ flow.id }}", "escape"),
        ("{{ a.b }}", "variable"),
        ('<a href="/a">a</a><a href="/a">b</a>', "links"),
    ],
)
def test_what_nobody_can_tell_stays(source: str, operator: str) -> None:
    assert changes(source, operator) == []


def test_a_long_element_stays_for_any_test_would_miss_it() -> None:
    assert changes("<div>" + "\n" * 9 + "</div>", "element") == []


def test_the_parts_of_a_template_are_what_is_rendered_as_one() -> None:
    source = "A{% if b %}C{% elif d %}E{% for f in g %}H{% else %}I{% endfor %}J{% else %}K{% endif %}L{% set m = n %}O"
    template = TemplateSource(source)
    numbers = {letter: template.part_at(source.index(letter)).number for letter in "ACEHIJKLO"}
    assert numbers == {"A": 0, "C": 1, "E": 2, "H": 3, "I": 4, "J": 2, "K": 5, "L": 0, "O": 0}


def test_a_change_of_a_condition_is_felt_where_it_is_asked() -> None:
    source = "{% if a %}<p>{% if b %}c{% endif %}</p>{% endif %}"
    places = {one.mutant().code: one.place.first for one in candidates("a.html", source) if one.operator == "condition"}
    assert places == {
        source.replace("if a", "if not (a)"): 0,
        source.replace("if b", "if not (b)"): 1,
    }


@pytest.mark.parametrize("template", PAGES)
def test_every_change_of_a_page_is_a_template(template: str) -> None:
    found = candidates("a.html", (ROOT / "mock_server" / template).read_text(encoding="utf-8"))
    assert found
    assert [one.mutant().diff for one in found if not is_valid(one.mutant().code)] == []


def test_every_operator_finds_something_in_the_mock() -> None:
    pages = (page.read_text(encoding="utf-8") for page in (ROOT / "mock_server").rglob("*.html"))
    assert {one.operator for page in pages for one in candidates("a.html", page)} == OPERATORS.keys()
