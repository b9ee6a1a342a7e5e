"""What a field should hold, and how a message differs from what it should be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from lxml import etree

from e2e.watchers.messages.fields import fields_of, parsed
from e2e.watchers.messages.names import NAMESPACES

_UUID4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Want:
    """What a field should hold, in words and as a test."""

    words: str
    holds: Callable[[str], bool]


def form(words: str, pattern: str) -> Want:
    """Any text of a form."""
    return Want(words, lambda text: re.fullmatch(pattern, text) is not None)


MESSAGE_ID = form("ID-<uuid4>", f"ID-{_UUID4}")
ASSERTION_ID = form("_ID-<uuid4>", f"_ID-{_UUID4}")
BASE64 = form("base64", r"[A-Za-z0-9+/]+={0,2}")
ANYTHING = form("some text", r"(?s).*\S.*")


def one_of(*texts: str) -> Want:
    """One of several texts."""
    return Want(" or ".join(texts), lambda text: text in texts)


@dataclass(frozen=True)
class Window:
    """Two moments, between which something was done; messages tell them to the millisecond."""

    begin: datetime
    end: datetime

    def shifted(self, by: timedelta) -> "Window":
        """The same by another clock."""
        return Window(self.begin + by, self.end + by)


def instant_in(window: Window) -> Want:
    """An instant as the hub writes it, within the window."""
    earliest, latest = written(window.begin), written(window.end)

    def holds(text: str) -> bool:
        return _INSTANT.fullmatch(text) is not None and earliest <= text <= latest

    return Want(earliest if earliest == latest else f"an instant from {earliest} to {latest}", holds)


def written(instant: datetime) -> str:
    """An instant to the millisecond, in UTC."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def later(instant: str, by: timedelta) -> str:
    """A written instant, so much later; the same text where it is none."""
    return written(datetime.fromisoformat(instant) + by) if _INSTANT.fullmatch(instant) else instant


def differences(what: str, message: etree._Element, template: str, **wants: str | Want) -> Iterator[str]:
    """Where a message is not the template with its placeholders filled: a field missing, too many, or another.

    Args:
        what: names the message in a complaint.
        message: the element, compared whole.
        template: the XML that it should be; ``{name}`` stands for what `wants` says of the name.
        wants: a text is meant letter for letter.
    """
    got, expected = fields_of(message), _fields_of_template(template)
    for path in expected.keys() - got.keys():
        yield f"{what}: {path} is missing"
    for path in got.keys() - expected.keys():
        yield f"{what}: {path} should not be there"
    if got.keys() == expected.keys() and list(got) != list(expected):
        yield f"{what}: its parts stand in another order: {', '.join(got)}"
    for path, text in got.items():
        if path in expected and (wrong := _wrong(text, expected[path], wants)):
            yield f"{what}: {path} should be {wrong}, not {text!r}"


@lru_cache(maxsize=256)
def _fields_of_template(template: str) -> dict[str, str]:
    start = re.search(r"[\s/>]", template.lstrip().removeprefix("<"))
    assert start, template
    at = template.index("<") + 1 + start.start()
    return fields_of(parsed(f"{template[:at]} {_DECLARED}{template[at:]}".strip()))


def _wrong(text: str, expected: str, wants: dict[str, str | Want]) -> str | None:
    """What should be there instead, if anything."""
    placeholder = _PLACEHOLDER.fullmatch(expected)
    want = wants[placeholder[1]] if placeholder else expected
    if isinstance(want, Want):
        return None if want.holds(text) else want.words
    return None if text == want else repr(want)
