"""Failures of one cause have one key, and a cause tells in words what was expected and what was there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from fixtures.acts import Act
from fixtures.causes import MISSING, OTHERWISE, Cause, cause_in, cause_of
from fixtures.failing import failing_at, place_of, words_of_screen
from pages.base import BasePage

SCREEN = """<!doctype html><html lang="pl"><h1>Wybierz sposób</h1><a href="/a">Profil zaufany</a>
<button disabled>Dalej</button><button>Wstecz</button><p>Jan Nowak</p></html>"""
SHORT = 400


class MethodsPage(BasePage):
    heading = "Wybierz"


@pytest.fixture
def methods(chromium_page: Page) -> MethodsPage:
    chromium_page.set_content(SCREEN)
    return MethodsPage(chromium_page)


def failure(methods: MethodsPage, act: str, deed: Callable[[Page], object], *chosen: str) -> Cause:
    context: BrowserContext = methods.page.context
    told = Act(methods, context, methods.page.url, act, chosen)
    with pytest.raises(Exception) as raised, failing_at(told, methods.page):  # noqa: PT011 - each deed raises its own
        deed(methods.page)
    return cause_of(raised.value)


def click(name: str) -> Callable[[Page], object]:
    return lambda page: page.get_by_role("button", name=name).click(timeout=SHORT)


def headed(text: str) -> Callable[[Page], object]:
    return lambda page: expect(page.get_by_role("heading")).to_have_text(text, timeout=SHORT)


def test_a_missing_element_is_told_with_its_page_its_step_and_what_is_there(methods: MethodsPage) -> None:
    cause = failure(methods, "choose", click("Anuluj"), "mojeid")
    assert (cause.kind, cause.page, cause.step) == (MISSING, "MethodsPage", "choose – mojeid")
    assert cause.expected == 'click get_by_role("button", name="Anuluj")'
    assert cause.found == "heading “Wybierz sposób”, link “Profil zaufany”, button “Dalej”, button “Wstecz”"


def test_a_button_that_cannot_be_pressed_says_why_and_is_another_cause(methods: MethodsPage) -> None:
    disabled = failure(methods, "choose", click("Dalej"), "mojeid")
    assert disabled.found == "element is not enabled"
    assert disabled.id != failure(methods, "choose", click("Anuluj"), "mojeid").id


def test_other_languages_and_people_make_no_other_cause_and_other_steps_do(methods: MethodsPage) -> None:
    polish, english = (failure(methods, "submit", click(name)) for name in ("Zaloguj", "Log in"))
    assert polish.id == english.id
    assert polish.id != failure(methods, "choose_cancel", click("Zaloguj")).id
    assert failure(methods, "choose", click("X"), "ing").id != failure(methods, "choose", click("X"), "mbank").id
    ann, bob = (failure(methods, "expect_patient", headed(who), who) for who in ("Ann 44051401359", "Bob 02070803628"))
    assert ann.kind == OTHERWISE
    assert ann.id == bob.id
    assert "Ann" not in ann.step


def test_outside_of_an_act_the_element_tells_one_cause_from_another(chromium_page: Page) -> None:
    chromium_page.set_content(SCREEN)

    def key(role: str, name: str) -> str:
        with pytest.raises(AssertionError) as raised:
            expect(chromium_page.get_by_role(role, name=re.compile(name))).to_be_visible(timeout=SHORT)  # type: ignore[arg-type]
        return cause_of(raised.value).id

    assert key("button", "Ala") == key("button", "Ola")
    assert key("button", "Ala") != key("textbox", "Ala")


def test_an_exception_of_our_own_is_told_by_its_type() -> None:
    cause = cause_of(KeyError("x"), "setup")
    assert (cause.kind, cause.page, cause.step, cause.found) == ("KeyError", "", "setup", "KeyError: 'x'")


def test_a_cause_is_one_printable_line_and_survives_the_labels_of_a_result() -> None:
    cause = cause_of(ValueError("a\x1b[31mred\x1b[0m\x07\nend" + "x" * 999))
    assert cause.found.isprintable()
    assert cause.found.startswith("ValueError: ared\N{REPLACEMENT CHARACTER} end")
    assert len(cause.found) <= 240
    assert cause_in(cause.labels()) == cause
    assert cause_in({"epic": "x"}) is None
    assert all(cause.labels().values()), "Allure writes a label that is empty without its value"


def test_an_error_of_our_own_code_tells_where_it_came_up() -> None:
    with pytest.raises(TypeError) as raised:
        words_of_screen(None)  # type: ignore[arg-type]
    assert re.fullmatch(r"fixtures/failing\.py, line \d+", place_of(raised.value).strip(" ()"))
    assert place_of(raised.value) in cause_of(raised.value, "setup").found
    assert place_of(ValueError("never raised")) == ""
