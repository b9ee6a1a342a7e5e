"""The menu of an account, the same in every place of it."""

import re
from collections.abc import Sequence
from typing import Self

from playwright.sync_api import Locator, expect

from pages.base import BasePage, P

_NAMES = re.compile("^(Menu konta|Aplikacja)$")
_OPENERS = re.compile("^(Menu|Więcej)$")


class AccountMenu:
    """A row of links in IKP, behind “Menu” on a narrow screen; a bar in mojeIKP, its second half behind “Więcej”."""

    def __init__(self, on: BasePage) -> None:
        self.on = on
        self.root = on.page.get_by_role("navigation", name=on.told(_NAMES))
        self.links = self.root.get_by_role("link")
        self._opener = self.root.get_by_text(on.told(_OPENERS))

    def open(self) -> Self:
        """Show all of it."""
        if self._opener.is_visible() and not self.root.get_by_role("list", include_hidden=True).last.is_visible():
            self._opener.click()
        return self

    def choose(self, section: str, then: type[P]) -> P:
        """Go to a section."""
        self._link(section).click()
        return then(self.on.page)

    def expect_sections(self, names: Sequence[str]) -> Self:
        """It leads to exactly these sections, in this order."""
        expect(self.links).to_have_text([self.on.say(name) for name in names])
        return self

    def expect_current(self, section: str, *, as_page: bool = True) -> None:
        """The page on the screen is the first of this section, or belongs to it, and to no other."""
        marked = self.links.and_(self.root.locator("[aria-current]"))
        expect(marked).to_have_accessible_name(self.on.say(section))
        expect(marked).to_have_attribute("aria-current", "page" if as_page else "true")

    def expect_none(self) -> None:
        """No menu is there."""
        expect(self.root).to_have_count(0)

    def _link(self, section: str) -> Locator:
        return self.links.filter(has_text=re.compile(f"^{re.escape(self.on.say(section))}$"))
