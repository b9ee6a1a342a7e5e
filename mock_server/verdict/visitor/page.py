"""A page as a person or a browser without scripts reads it: text, links, forms, and where it leads by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode, urljoin

from lxml import etree, html

from .fetching import Answered

_MOST = 200
"""Forms and links of one page that are looked at."""
_SUBMITS = re.compile(r"\bsubmit\s*\(|requestSubmit")
_SAML = {"SAMLRequest", "SAMLResponse", "SAMLart"}
_REFRESH = re.compile(r"\s*\d+(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """A form as it would be sent.

    Attributes:
        method: GET or POST; SCRIPT where only pressing it tells.
        button: what its first button says.
        mark: by which a real browser finds what is pressed; empty where it is sent without.
    """

    method: str
    action: str
    fields: tuple[tuple[str, str], ...]
    button: str = ""
    mark: str = ""

    @property
    def address(self) -> str:
        """Where it leads; a GET has its fields there."""
        sent = "" if self.method == "POST" else urlencode(self.fields)
        return f"{self.action.partition('#')[0].partition('?')[0]}?{sent}" if sent else self.action

    def value(self, name: str) -> str:
        """What the first field of this name holds; empty where there is none."""
        return next((value for key, value in self.fields if key == name), "")

    def filled(self, values: Mapping[str, str]) -> "Form":
        """The same with other values in fields of these names."""
        return replace(self, fields=tuple((name, values.get(name, value)) for name, value in self.fields))

    def has(self, *names: str) -> bool:
        """Whether it has a field of one of these names."""
        return any(key in names for key, _ in self.fields)


@dataclass(frozen=True)
class Link:
    """A link: where to, and what it says."""

    address: str
    text: str


@dataclass(frozen=True)
class Page:
    """What stands on the screen, or would."""

    answered: Answered

    @property
    def address(self) -> str:
        """Where it is."""
        return self.answered.address

    @property
    def is_html(self) -> bool:
        """Whether it is a page at all."""
        kind = self.answered.header("content-type").lower()
        return "html" in kind or (not kind and b"<" in self.answered.body[:200])

    @cached_property
    def tree(self) -> html.HtmlElement | None:
        """The document; None where there is none."""
        if not self.is_html or not self.answered.body.strip():
            return None
        text = self.answered.text.replace("\x00", "")
        try:
            return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
        except (etree.LxmlError, ValueError, RecursionError, AssertionError):
            return None

    @cached_property
    def text(self) -> str:
        """What a person reads, in one line, with what fields hold; of what is no page, all of it."""
        if self.tree is None:
            return self.answered.text
        read = self.tree.xpath("//text()[not(ancestor::script or ancestor::style)] | //input/@value")
        return " ".join(" ".join(map(str, read)).split())

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form, in order."""
        found = self._found("//form")
        return tuple(self._form(one) for one in found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in order."""
        found = self._found("//a[@href]")
        return tuple(Link(self._absolute(one.get("href") or ""), _text_of(one)) for one in found)

    @property
    def choices(self) -> tuple[tuple[str, Form], ...]:
        """Everything that can be pressed, with what it says and where it leads."""
        forms = ((f"{form.button} {form.action}", form) for form in self.forms)
        links = ((f"{link.text} {link.address}", Form("GET", link.address, ())) for link in self.links)
        return (*forms, *links)

    def saying(self, text: str) -> Form | None:
        """What says a text, in whatever case."""
        return next((form for said, form in self.choices if text.casefold() in said.casefold()), None)

    @property
    def onward(self) -> Form | None:
        """Where it goes by itself, by a script that sends a form, or by a refresh."""
        sends = [form for form in self.forms if form.has(*_SAML)]
        if sends:
            return sends[0]
        scripts = "".join(map(str, self._found("//script/text() | //body/@onload")))
        if _SUBMITS.search(scripts) and len(self.forms) == 1 and not self._found("//input[not(@type='hidden')]"):
            return self.forms[0]
        return self._refresh()

    def _refresh(self) -> Form | None:
        for one in self._found("//meta[translate(@http-equiv,'REFSH','refsh')='refresh']"):
            leads = _REFRESH.match(one.get("content") or "")
            if leads:
                return Form("GET", self._absolute(leads[1].strip()), ())
        return None

    def _found(self, path: str) -> list[Any]:
        return [] if self.tree is None else self.tree.xpath(path)[:_MOST]

    def _absolute(self, address: str) -> str:
        base = self._found("//base[@href]")
        try:
            return urljoin(urljoin(self.address, base[0].get("href")) if base else self.address, address.strip())
        except ValueError:
            return address

    def _form(self, element: html.HtmlElement) -> Form:
        fields = [(str(name), str(value)) for name, value in element.form_values()]
        must_tick = element.xpath(".//input[@type='checkbox' and @required and not(@checked) and @name]")
        fields += [(box.get("name"), box.get("value") or "on") for box in must_tick]
        buttons = element.xpath(".//button | .//input[@type='submit' or @type='image']")
        if buttons and buttons[0].get("name"):
            fields.append((buttons[0].get("name"), buttons[0].get("value") or ""))
        said = (_text_of(buttons[0]) or buttons[0].get("value") or "") if buttons else ""
        method = (element.get("method") or "GET").upper()
        return Form(method, self._absolute(element.get("action") or self.address), tuple(fields), said)


def _text_of(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
