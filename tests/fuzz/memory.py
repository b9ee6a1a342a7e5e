"""What a fuzzing client remembers of one world: cookies, forms, addresses, people."""

import json
import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import ParserError

from tests.fuzz.values import Json
from tests.fuzz.wire import Came, Sent

_TOKEN = re.compile(r"[\w.-]{12,}")
_CODE = re.compile(r"8;D;1;;;9216;;[^<\s]+|edo:[\w.-]+:[\w-]+")
_SMS_CODE = re.compile(r"Kod: (\d+)")


@dataclass(frozen=True)
class Form:
    """A form of a page, with one of its buttons: where it is sent, and what its fields hold."""

    url: str
    fields: dict[str, str]


@dataclass
class Memory:
    """All that a client has seen in one world.

    Attributes:
        on_screen: the forms of the last page.
        fresh: whom the last answer of the control API made or changed, by PESEL.
        whom: who fills in forms, by PESEL; anybody, unless given.
        onward: where the last answer wants the browser to go.
        planted: faults that this client has planted and not lifted; with any, a 5xx is what was asked for.
    """

    world: str
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    forms: deque[Form] = field(default_factory=lambda: deque(maxlen=30))
    on_screen: list[Form] = field(default_factory=list)
    links: deque[str] = field(default_factory=lambda: deque(maxlen=40))
    tokens: deque[str] = field(default_factory=lambda: deque(maxlen=60))
    codes: deque[str] = field(default_factory=lambda: deque(maxlen=8))
    sms: deque[str] = field(default_factory=lambda: deque(maxlen=4))
    people: dict[str, Json] = field(default_factory=dict)
    planted: set[str] = field(default_factory=set)
    onward: str | None = None
    whom: str | None = None
    fresh: str | None = None

    def learn(self, sent: Sent, came: Came) -> None:
        """Keep what may be of use later."""
        self.cookies.setdefault(sent.host, {}).update(came.cookies())
        address = f"http://{sent.host}{sent.target}"
        if sent.target.startswith("/control/"):
            self.fresh = None
            self._read_answer(sent, came)
            return
        self.onward = None
        if location := came.header("location"):
            self.onward = urljoin(address, location)
            self._see(self.onward)
        if came.header("content-type").startswith("text/html"):
            self._read_page(address, came)

    def _read_page(self, address: str, came: Came) -> None:
        try:
            page: html.HtmlElement = html.document_fromstring(came.body)
        except (ParserError, ValueError):
            return
        self.codes.extend(_CODE.findall(came.text))
        for link in page.iter("a", "link"):
            self._see(urljoin(address, str(link.get("href", ""))))
        self.on_screen = [one for form in page.forms for one in _with_each_button(address, form)]
        self.forms.extend(self.on_screen)
        for form in self.on_screen:
            self._see(form.url)

    def _read_answer(self, sent: Sent, came: Came) -> None:
        if came.status != 200 or not came.body or came.header("content-type") != "application/json":
            return
        content = json.loads(came.body)
        path = sent.target.partition("?")[0].split("/")[4:]
        match sent.method, path:
            case "GET", ["inbox"]:
                self.sms.extend(code for one in content["sms"] for code in _SMS_CODE.findall(one["text"])[-2:])
                self.tokens.extend(push["id"] for push in content["pushes"][-2:])
            case "POST", ["phones", _, "codes"]:
                self.tokens.append(content["code"] or "x")
            case "PUT" | "POST", ["faults", name]:
                self.planted.add(name)
            case "DELETE", ["faults", name]:
                self.planted.discard(name)
            case _, ["people", *_] if isinstance(content, dict) and "pesel" in content:
                self.people.pop(content["pesel"], None)
                self.people[content["pesel"]] = content
                self.fresh = content["pesel"] if sent.method != "GET" else None

    def _see(self, address: str) -> None:
        parts = urlsplit(address.encode("ascii", "ignore").decode())
        if parts.netloc and parts.scheme == "http":
            self.links.append(address)
            self.tokens.extend(_TOKEN.findall(parts.path)[-1:])

    @property
    def waits_for_sms(self) -> bool:
        """Whether the page asks for a code that may be in the inbox."""
        return any("code" in form.fields and "pz--" in form.url for form in self.on_screen)

    def forget(self) -> None:
        """The world is empty again, or gone."""
        self.people.clear()
        self.planted.clear()


def _with_each_button(address: str, form: html.FormElement) -> list[Form]:
    url = urljoin(address, str(form.action or ""))
    fields = {str(name): str(value or "") for name, value in form.fields.items() if name}
    buttons = [(str(one.get("name")), str(one.get("value", ""))) for one in form.iter("button") if one.get("name")]
    return [Form(url, fields | {name: value}) for name, value in buttons] or [Form(url, fields)]
