"""How each test of a run ended, as the report tells it: read from what allure-pytest wrote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reports.faults import Fault, fault_of
from reports.results import documents_in, labels_of, link_to, nodeid_of, status_of
from reports.why import Why, why


@dataclass(frozen=True)
class Ended:
    """The end of one test.

    Attributes:
        nodeid: pytest's name for it.
        title: its name in words.
        status: Allure's word: passed, failed, broken, skipped or unknown.
        start: when it began, in milliseconds since 1970; 0 where that is not known.
        screens: pictures of what the browsers showed as it failed, each with the name under which it was attached.
        link: the fragment of Allure's page at which the test stands.
    """

    nodeid: str
    title: str
    status: str
    seconds: float
    start: int
    message: str
    trace: str
    parameters: Mapping[str, str]
    labels: Mapping[str, str]
    screens: tuple[tuple[str, Path], ...]
    link: str

    @cached_property
    def fault(self) -> Fault | None:
        """Whose fault it is; None where it passed."""
        return fault_of(self.status, self.message, self.trace, self.labels)

    @cached_property
    def why(self) -> Why:
        """Why it did not pass."""
        return why(self.message, self.labels)

    @property
    def where(self) -> str:
        """Its device and browser."""
        return ", ".join(filter(None, (self.parameters.get("device"), self.parameters.get("browser"))))


def read_ended(folder: Path) -> list[Ended]:
    """The last end of each test, by its start."""
    found = sorted(documents_in(folder), key=lambda entry: entry[1].get("start") or 0)
    return list({nodeid_of(document): _ended(document, folder) for _, document in found}.values())


def plain(value: str) -> str:
    """A parameter as a word: allure-pytest writes the word in quotes."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value


def _ended(document: dict[str, Any], folder: Path) -> Ended:
    details = document.get("statusDetails") or {}
    start = document.get("start") or 0
    return Ended(
        nodeid=nodeid_of(document),
        title=document.get("name", ""),
        status=status_of(document),
        seconds=round(((document.get("stop") or 0) - start) / 1000, 3),
        start=start,
        message=details.get("message") or "",
        trace=details.get("trace") or "",
        parameters={one["name"]: plain(str(one["value"])) for one in document.get("parameters", ())},
        labels=labels_of(document),
        screens=tuple(_screens(document, folder)),
        link=link_to(document.get("uuid", "")),
    )


def _screens(document: dict[str, Any], folder: Path) -> Iterator[tuple[str, Path]]:
    for attachment in document.get("attachments", ()):
        file = folder / str(attachment.get("source"))
        if attachment.get("type") == "image/png" and file.is_file():
            yield str(attachment.get("name", "")), file
    for step in document.get("steps", ()):
        yield from _screens(step, folder)
