"""A page as it stands on a screen: everything that can be pressed there is marked, forms or not."""

from dataclasses import dataclass, replace
from functools import cached_property

from lxml import html

from ..visitor.page import Form, Page

MARK = "data-przepustka"
MARKS = f"""snapshot => {{
    const pressed = "a[href], button, input[type=submit], input[type=image], input[type=button], [role=button]";
    let count = 0;
    for (const one of document.querySelectorAll(pressed))
        if (one.checkVisibility()) one.setAttribute("{MARK}", `${{snapshot}}-${{count++}}`);
}}"""
"""Runs in the page: a mark is the number of a look at the screen, and that of the element."""


@dataclass(frozen=True)
class Screen(Page):
    """What a real browser shows.

    Attributes:
        held: the form that a script was about to send to the hub, or back.
    """

    held: Form | None = None

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form; the held one first where no form on the page tells as much."""
        found = super().forms
        if self.held is None or any(form.fields and set(self.held.fields) <= set(form.fields) for form in found):
            return found
        return (self.held, *found)

    @property
    def choices(self) -> tuple[tuple[str, Form], ...]:
        """What can be seen and pressed, then what only the page's source has."""
        return (*map(self._choice, self._found(f"//*[@{MARK}]")), *super().choices)

    def _choice(self, element: html.HtmlElement) -> tuple[str, Form]:
        mark = element.get(MARK) or ""
        said = _said(element)
        around = next(iter(element.xpath("ancestor::form[1]")), None)
        if element.tag == "a":
            form = Form("GET", self._absolute(element.get("href") or ""), (), said, mark)
        elif around is not None and element.get("type") != "button":
            form = replace(self._form(around), button=said, mark=mark)
        else:
            form = Form("SCRIPT", self.address, (), said, mark)
        return (said if form.method == "SCRIPT" else f"{said} {form.action}"), form


def _said(element: html.HtmlElement) -> str:
    text = " ".join(str(element.text_content()).split())
    return text or element.get("value") or element.get("aria-label") or ""
