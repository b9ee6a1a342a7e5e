"""What a template fault may not do to the server: be no template, fill its memory, keep it busy."""

import pytest
from jinja2.filters import FILTERS

from tests.control.steering import WORLD, Steering

PAGE = ("GET", "/", None, "login.localhost:7")
UNTOLD = ("Traceback", "Error", "object at")
"""What only a programmer would understand."""


@pytest.fixture
def steering() -> Steering:
    return Steering()


def planted(steering: Steering, new: str, old: str = "<h1>", name: str = "twin") -> tuple[int, str]:
    """What the control API says to this fault of the front page."""
    answer = steering.ask("PUT", f"{WORLD}/faults/{name}", {"template": "login/front.html", "old": old, "new": new})
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    "new",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% for a in 'a' %}" * 60 + "{% endfor %}" * 60,
        "{% if 1 %}" * 150 + "{% endif %}" * 150,
        "{{ " + "9" * 5000 + " }}",
        "{{ -" + "-" * 4000 + "1 }}",
        "{{ a" + ".a" * 4000 + " }}",
    ],
)
def test_what_cannot_be_made_a_page_is_refused_in_plain_words(steering: Steering, new: str) -> None:
    status, told = planted(steering, new)
    assert status == 422
    assert "login/front.html is no template any more: " in told
    assert not any(word in told for word in UNTOLD)
    assert steering.world.faults.planted == {}


@pytest.mark.parametrize(("old", "new"), [("<h1>", "x" * 10_001), ("x" * 10_001, "<h1>")])
def test_a_change_that_is_too_long_is_refused(steering: Steering, old: str, new: str) -> None:
    status, told = planted(steering, new, old)
    assert status == 422
    assert "at most 10000 characters" in told


def test_changes_that_build_on_each_other_make_no_page_too_large(steering: Steering) -> None:
    assert planted(steering, "q" * 10_000, name="first")[0] == 200
    status, told = planted(steering, "q" * 10_000, old="q", name="second")
    assert status == 422
    assert "characters" in told


def test_a_page_that_grows_when_a_change_is_lifted_is_answered_without_it(steering: Steering) -> None:
    assert planted(steering, "", old="login.gov.pl", name="shorter")[0] == 200
    assert planted(steering, "ę" * 10_000, old="Przejdź", name="longer")[0] == 200
    assert planted(steering, "", old="ę" * 9_999, name="short-again")[0] == 200
    assert planted(steering, "ę" * 200, old="ę", name="many")[0] == 200
    steering.ask("DELETE", f"{WORLD}/faults/short-again")
    assert steering.reach(*PAGE).status_code == 500


@pytest.mark.parametrize(
    "expression",
    [
        "10 ** 5000",
        "7 ** 200000",
        "('a' * 20000000) | length",
        "20000000 * 'a'",
        "[0] * 20000000",
        "'%20000000d' % 1",
        "range(20000) | list",
        "range(101) | list",
        "9 ** 9 ** 9 ** 9",
    ],
)
def test_a_twin_computes_nothing_huge_neither_when_planted_nor_when_shown(steering: Steering, expression: str) -> None:
    status, told = planted(steering, "{{ " + expression + " }}<h1>")
    assert status in {200, 422}
    assert len(told) < 1000
    if status == 200:
        assert steering.reach(*PAGE).status_code == 500


def test_what_is_constant_in_a_twin_is_computed_only_when_it_is_shown(
    steering: Steering, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []

    def widened(value: str, width: int) -> str:
        widths.append(width)
        return value

    monkeypatch.setitem(FILTERS, "center", widened)
    status, told = planted(steering, "{% autoescape 'x' | center(8) %}<h1>{% endautoescape %}")
    assert (status, "autoescape takes true or false" in told) == (422, True)
    assert planted(steering, "{{ 'x' | center(7) }}<h1>")[0] == 200
    assert widths == []
    assert steering.reach(*PAGE).status_code == 200
    assert widths == [7]


@pytest.mark.parametrize(
    ("expression", "shown"), [("6 * 7", "42"), ("2 ** 10", "1024"), ("17 % 5", "2"), ("range(3) | join('-')", "0-1-2")]
)
def test_a_twin_still_computes_what_a_page_needs(steering: Steering, expression: str, shown: str) -> None:
    assert planted(steering, "<h1>twin-{{ " + expression + " }}")[0] == 200
    assert f"<h1>twin-{shown}" in steering.reach(*PAGE).text


def loops(depth: int, items: str) -> str:
    return ("{% for a in " + items + " %}") * depth + "{% endfor %}" * depth


@pytest.mark.parametrize(
    "new",
    [
        loops(2, "range(100000)"),
        loops(8, "range(100)"),
        loops(3, "'" + "a" * 2000 + "'"),
        "{% for a in range(100) recursive %}{{ loop(range(100)) if loop.depth < 9 }}{% endfor %}",
        "{% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}{% endmacro %}{{ twice(40) }}",
        "{% if n is not defined %}{% set n = 40 %}{% endif %}{% if n %}{% set n = n - 1 %}"
        + "{% include 'front.html' %}{% include 'front.html' %}{% endif %}",
        "{% for a in range(100) %}{% include ['nosuch.html', 'front.html'] %}{% endfor %}",
    ],
)
def test_a_twin_that_would_keep_the_server_busy_is_given_up(steering: Steering, new: str) -> None:
    assert planted(steering, new + "<h1>")[0] == 200
    assert steering.reach(*PAGE).status_code == 500
    assert steering.reach("GET", "/nie-ma", host="login.localhost:7").status_code == 404


def test_each_page_of_a_twin_has_its_own_patience(steering: Steering) -> None:
    assert planted(steering, "<h1>" + loops(2, "range(60)"))[0] == 200
    assert [steering.reach(*PAGE).status_code for _ in range(5)] == [200] * 5
