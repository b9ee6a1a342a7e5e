"""What every page object is made of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from typing import ClassVar, Self, TypeVar

from playwright.sync_api import Error, Locator, Page, expect

from pages.languages import ONE, OWN_NAMES, THREE, TWO, nearest, want, wanted_in
from pages.texts import dated, telling, words

_AT_ONCE = 1
"""Milliseconds: what was waited for in vain is not there, and `expect` says what is."""

P = TypeVar("P", bound="BasePage")
"""The page that a step leads to, where another site writes it."""


class BasePage:
    """One page of one site. Building it asserts arrival, so a page in hand is a page on the screen.

    Subclasses state ``heading``: the text (or pattern) of the level-one heading that tells the page. It is written in
    Polish, as everything that page objects say, and looked for in the language in which the page must come.

    Attributes:
        spoken: the languages of its site; of a page that several sites show, those of each.
        language: in which the page is.
    """

    heading: str | re.Pattern[str]
    spoken: ClassVar[tuple[tuple[str, ...], ...]] = (ONE,)
    language: str

    def __init__(self, page: Page) -> None:
        self.page = page
        wanted = wanted_in(page.context)
        possible = tuple(dict.fromkeys(nearest(wanted, spoken) for spoken in self.spoken))
        arrived = reduce(Locator.or_, map(self._headed, possible))
        # Reading waits for the page, and looks again sooner than `expect`. `wait_for` hands the element over, and
        # for that every page would load Playwright's script a second time.
        try:
            arrived.text_content()
        except Error:
            expect(arrived).to_be_visible(timeout=_AT_ONCE)
        page.wait_for_load_state()  # its words come before its stylesheets and scripts
        self.language = possible[0] if len(possible) == 1 else language_on(page)

    def say(self, message: str, /, **values: str) -> str:
        """A text as the page says it: the whole message in Polish, with values in braces."""
        return words(self.language, message, **values)

    def told(self, text: str | re.Pattern[str]) -> str | re.Pattern[str]:
        """What a text is found by on this page: a part of it in Polish, or a pattern."""
        return telling(self.language, text)

    def dated(self, text: str) -> str:
        """A text of figures as the page writes it: days are written otherwise in English."""
        return dated(self.language, text)

    def choose_language(self, language: str) -> Self:
        """Change the language by the page's switch: the same page comes in the other."""
        switch = self.page.get_by_role("navigation", name=self.say("Język strony"))
        switch.get_by_role("link", name=OWN_NAMES[language], exact=True).click()
        want(self.page.context, language)
        return type(self)(self.page)

    @contextmanager
    def in_another_tab(self) -> Iterator[Self]:
        """What this page's address shows now; this page, which may be moving on by itself, is left alone."""
        tab = self.page.context.new_page()
        tab.goto(self.page.url)
        yield type(self)(tab)
        tab.close()

    def expect_notice(self, text: str | re.Pattern[str]) -> Self:
        """The page tells this in its status region."""
        expect(self.page.get_by_role("status").filter(has_text=self.told(text))).to_be_visible()
        return self

    def expect_problem(self, text: str | re.Pattern[str]) -> Self:
        """The page tells this as a problem that belongs to no single field."""
        expect(self.page.get_by_role("alert").filter(has_text=self.told(text))).to_be_visible()
        return self

    def expect_field_error(self, label: str, text: str | re.Pattern[str]) -> Self:
        """The field of this label is marked wrong, has the focus, and its description says why."""
        field = self.page.get_by_label(self.say(label), exact=True)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(self.told(text))
        return self

    def _headed(self, language: str) -> Locator:
        """The heading by which one has arrived, on a page in this language."""
        whole = self.page.locator(f'html[lang="{language}"]')
        return whole.get_by_role("heading", level=1, name=telling(language, self.heading))


class BilingualPage(BasePage):
    """A page of pacjent.gov.pl, IKP or mojeIKP."""

    spoken = (TWO,)


class TrilingualPage(BasePage):
    """A page of login.gov.pl, pz.gov.pl, mojeID, e-dowód or login.mobywatel."""

    spoken = (THREE,)


class AnySitePage(BasePage):
    """A page that every site may show."""

    spoken = (ONE, TWO, THREE)


def language_on(page: Page) -> str:
    """The language in which the page on the screen says that it is."""
    return page.locator("html").get_attribute("lang") or ""
