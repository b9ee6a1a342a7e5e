"""What a row asks besides who is in, and what shows that it was not kept."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from ...check.answer import Verdict
from ..visitor.fetching import Answered
from ..visitor.page import Page
from .concluding import Result
from .listener import Listener
from .markup import taking_effect
from .people import Cast
from .probe import Who

_HEADER = re.compile(r"[\r\n]+([A-Za-z-]+): ")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_PARTS = {"Issuer", "Signature", "Extensions", "Artifact"}


@dataclass(frozen=True)
class Told:
    """All that is known after an answer.

    Attributes:
        results: what each browser got that brought it.
        sent: values that were sent and are not in the good answer.
        listener: that counted who called, if one did.
        questions: what the service asked the hub for this artifact, where that matters.
    """

    results: Sequence[Result]
    cast: Cast
    sent: Sequence[str] = ()
    listener: Listener | None = None
    questions: Sequence[str] = ()

    @property
    def pages(self) -> list[Answered]:
        """Everything that the service answered."""
        came = [page for result in self.results for page in result.came]
        return came + [result.shown.answered for result in self.results if result.shown]


def not_kept(verdict: Verdict, told: Told) -> str | None:
    """What the service did that it must not, in words; None where there is nothing."""
    return _ASKED.get(verdict, _nothing)(told) or _called(told)


def _nothing(_told: Told) -> str | None:
    return None


def _called(told: Told) -> str | None:
    """Whoever calls the listener was made to by the answer."""
    calls = told.listener.calls if told.listener else []
    return f"it called the address in the answer: {calls[0]}" if calls else None


def _takes_effect(told: Told) -> str | None:
    found = taking_effect(told.sent, told.pages)
    if found:
        return f"what was sent stands on a page as markup: {found[:80]}"
    added = {name.lower() for value in told.sent for name in _HEADER.findall(value)}
    headers = {name for page in told.pages for name, _ in page.headers}
    return f"what was sent became a header: {sorted(added & headers)[0]}" if added & headers else None


def _several_sessions(told: Told) -> str | None:
    inside = sum(result.who.is_in for result in told.results)
    return f"one answer opened {inside} sessions" if inside > 1 else None


def _a_part(told: Told) -> str | None:
    taken = [result.who for result in told.results if result.who is Who.UNKNOWN]
    return "somebody is in whom the whole value does not name" if taken else None


def _leads_outside(told: Told) -> str | None:
    if told.listener is None:
        return None
    host = told.listener.address.split("/")[2]
    links = [link.address for page in told.pages for link in Page(page).links]
    found = next((link for link in links if f"//{host}" in link or link.startswith("javascript:")), None)
    return f"a link leads to what was sent: {found[:80]}" if found else None


def _other_questions(told: Told) -> str | None:
    return next((why for message in told.questions if (why := _not_one(message))), None)


def _not_one(message: str) -> str | None:
    """Why a message of the service is not one ArtifactResolve."""
    try:
        root = etree.fromstring(message.encode(), _PARSER)
    except etree.XMLSyntaxError as error:
        return f"what was sent broke the service's own message: {error}"
    resolves = list(root.iter("{*}ArtifactResolve"))
    strange = [etree.QName(part).localname for one in resolves for part in one if isinstance(part.tag, str)]
    extra = [name for name in strange if name not in _PARTS]
    inside = [part for one in root.iter("{*}Artifact") for part in one]
    if len(resolves) != 1 or extra or inside or strange.count("Artifact") != 1:
        return "what was sent became elements of the service's own message"
    return None


_ASKED: dict[Verdict, Callable[[Told], str | None]] = {
    Verdict.HARMLESS: _takes_effect,
    Verdict.ONE_SESSION: _several_sessions,
    Verdict.WHOLE_VALUE: _a_part,
    Verdict.NOT_OUTSIDE: _leads_outside,
    Verdict.ONE_QUESTION: _other_questions,
}
