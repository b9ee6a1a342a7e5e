"""Delegation: one site asks another who the person is, through the browser and the back channel.

The hub asks a method's site, pz.gov.pl and mojeID ask a bank. The browser carries only opaque one-time
references, POSTed; what they stand for travels over the back channel, as with a SAML artifact.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.responses import Response

from ..kernel.language import spoken
from ..kernel.open_things import Kind, OpenThing
from ..kernel.recent import Recent
from ..kernel.rules import seam
from ..kernel.secret import opaque_id
from ..kernel.translation import Text
from . import rules
from .back_channel import BackChannelFailed, replies_to
from .delegation_messages import (
    FETCH_ANSWER,
    FETCH_ASK,
    READY,
    WITHDRAW_ASK,
    Answer,
    AnswerReference,
    Ask,
    AskReference,
    AskWithdrawn,
    GivenUp,
    Identity,
    Outcome,
    Purpose,
    Ready,
    ReadyQuestion,
    identity_of,
)
from .flow import Flow
from .languages import adopt, speaks_several
from .refusal import Onward, Refused, back_to, of_another_browser
from .site import Site
from .visit import Visit

__all__ = [
    "READY",
    "Answer",
    "Ask",
    "AskedFlow",
    "Identity",
    "Outcome",
    "ProviderUnavailable",
    "Purpose",
    "Ready",
    "ReadyQuestion",
    "accept_answers",
    "accept_asks",
    "delegate",
    "give_answer",
    "identity_of",
    "require_ready",
    "withdraw_asks",
]


@dataclass
class AskedFlow(Flow):
    """A flow that another site asked for."""

    ask: Ask

    @property
    def onward(self) -> Onward | None:
        """The service that asked."""
        return _service_of(self.ask)

    def give_up(self, _visit: Visit) -> None:
        """End it without an answer: nobody waits for one any more."""
        self.done = True


@dataclass
class _Asked:
    ask: Ask
    browser: str
    flow: str
    provider: str
    fetched: bool = False
    over: bool = False
    """It was answered or withdrawn."""


@dataclass
class _Given:
    answer: Answer
    asker: str
    given_at: datetime
    fetched: bool = False


class _Delegations:
    """Requests and answers under way in one world, by site and reference."""

    def __init__(self) -> None:
        self.asked: Recent[tuple[str, str], _Asked] = Recent("question of a site", missed=lambda one: not one.fetched)
        self.given: Recent[tuple[str, str], _Given] = Recent("answer of a site", missed=lambda one: not one.fetched)

    def open_things(self) -> Iterator[OpenThing]:
        """What is on its way from site to site."""
        for (site, _), asked in self.asked.items():
            if not (asked.fetched or asked.over):
                yield OpenThing(Kind.QUESTION, site, asked.provider, browser=asked.browser)
        for (site, _), given in self.given.items():
            if not given.fetched:
                pesel = given.answer.identity.pesel if given.answer.identity else None
                yield OpenThing(Kind.ANSWER, site, given.asker, pesel, until=given.given_at + rules.ANSWER_LIFE)

    def waiting(self, site: str, flow: str) -> list[_Asked]:
        """What a flow of a site has asked and still waits for."""
        return [one for (asker, _), one in self.asked.items() if asker == site and one.flow == flow and not one.over]


class ProviderUnavailable(Exception):
    """The site that should identify the person is out."""


@seam
async def require_ready(visit: Visit, provider: str) -> None:
    """Ask another site whether it works.

    Raises:
        ProviderUnavailable: it does not answer.
    """
    try:
        await visit.back_channel.ask(visit.world.name, provider, READY, ReadyQuestion())
    except BackChannelFailed as error:
        raise ProviderUnavailable(provider) from error


async def delegate(
    visit: Visit,
    provider: str,
    *,
    service: str,
    home: str = "",
    flow: str,
    page: str,
    purpose: Purpose = Purpose.LOGIN,
) -> Response:
    """Send the browser to another site to be identified there; the answer comes to ``on_answer``.

    The last choice counts: whom the flow asked before is told that nobody waits.

    Args:
        visit: the press that chose the site.
        provider: the site that is asked.
        service: whom the person wants to log in to, as it is told there.
        home: the address at which that service begins, if it is known.
        flow: of this site, which gets the answer.
        page: the path of the page where the person chose, to which Back leads.
        purpose: what the person wants there.

    Raises:
        ProviderUnavailable: that site does not answer, so the person is not sent to a dead end.
    """
    await require_ready(visit, provider)
    await withdraw_asks(visit, flow)
    ask = Ask(asker=visit.site.name, service=service, home=home, purpose=purpose, language=spoken())
    asked = _Asked(ask, visit.mark_browser(), flow, provider)
    visit.world.state(_Delegations).asked[visit.site.name, ask.id] = asked
    return visit.auto_post(visit.url(provider, "/delegated"), behind=page, asker=visit.site.name, ask=ask.id)


@seam
async def withdraw_asks(visit: Visit, flow: str) -> None:
    """Tell whoever was asked for a flow of this site that nobody waits for the answer.

    A site that is out is not told; its answer finds nobody.
    """
    for asked in visit.world.state(_Delegations).waiting(visit.site.name, flow):
        asked.over = True
        with suppress(BackChannelFailed):
            withdrawn = AskWithdrawn(asked.ask.id, visit.site.name)
            await visit.back_channel.ask(visit.world.name, asked.provider, WITHDRAW_ASK, withdrawn)


@seam
def give_answer(visit: Visit, ask: Ask, outcome: Outcome, identity: Identity | None = None) -> Response:
    """Send the browser back to the site that asked."""
    artifact = opaque_id()
    language = spoken() if speaks_several(visit) else ask.language
    given = _Given(Answer(ask.id, outcome, identity, language=language), ask.asker, visit.now)
    visit.world.state(_Delegations).given[visit.site.name, artifact] = given
    return visit.auto_post(visit.url(ask.asker, "/answered"), behind="/delegated", ask=ask.id, artifact=artifact)


def accept_asks(
    site: Site,
    on_ask: Callable[[Visit, Ask], Awaitable[Response]],
    asked_flows: Callable[[Visit], Iterable[AskedFlow]],
) -> None:
    """Let other sites ask this one.

    Args:
        site: this one.
        on_ask: begins a flow for an ask.
        asked_flows: every flow that was begun so.
    """

    @replies_to(site, READY)
    async def ready(_visit: Visit, _question: ReadyQuestion) -> Ready:
        return Ready()

    @site.post("/delegated")
    async def delegated(visit: Visit) -> Response:
        try:
            reference = AskReference(visit.field("ask"), site.name)
            ask = await visit.back_channel.ask(visit.world.name, visit.field("asker"), FETCH_ASK, reference)
        except BackChannelFailed as error:
            raise _stale() from error
        adopt(visit, ask.language)
        return await on_ask(visit, ask)

    @site.get("/delegated")
    async def back(_visit: Visit) -> Response:
        """Who comes back here has answered, and was sent on."""
        raise _stale()

    @replies_to(site, FETCH_ANSWER)
    async def answer(visit: Visit, reference: AnswerReference) -> Answer:
        given = visit.world.state(_Delegations).given.get((site.name, reference.artifact))
        if given is None or not (
            rules.answer_is_unused(given.fetched)
            and rules.answer_is_for(given.asker, reference.asker)
            and rules.answer_in_time(given.given_at, visit.now)
        ):
            raise _stale()
        given.fetched = True
        await _end(visit, asked_flows(visit), given.asker, given.answer.ask)
        return given.answer

    @replies_to(site, WITHDRAW_ASK)
    async def withdrawn(visit: Visit, ask: AskWithdrawn) -> GivenUp:
        await _end(visit, asked_flows(visit), ask.asker, ask.ask)
        return GivenUp()


async def _end(visit: Visit, flows: Iterable[AskedFlow], asker: str, ask: str) -> None:
    """End what was begun for an ask, here and at the sites that were asked on its account."""
    for flow in [flow for flow in flows if (flow.ask.asker, flow.ask.id) == (asker, ask)]:
        if not flow.done:
            flow.give_up(visit)
            visit.world.changed.notify(flow.id)
        await withdraw_asks(visit, flow.id)


def accept_answers(site: Site, on_answer: Callable[[Visit, str, Answer], Awaitable[Response]]) -> None:
    """Let this site ask others. ``on_answer`` is given its own flow's id and the answer."""

    @replies_to(site, FETCH_ASK)
    async def ask(visit: Visit, reference: AskReference) -> Ask:
        asked = visit.world.state(_Delegations).asked.get((site.name, reference.ask))
        if (
            asked is None
            or asked.provider != reference.provider
            or not rules.ask_is_unused(asked.fetched or asked.over)
        ):
            raise _stale()
        asked.fetched = True
        return asked.ask

    @site.post("/answered")
    async def answered(visit: Visit) -> Response:
        asked = visit.world.state(_Delegations).asked.get((site.name, visit.field("ask")))
        if asked is None:
            raise _stale()
        if not rules.flow_belongs_to_browser(asked.browser, visit.known_browser):
            raise of_another_browser()
        try:
            reference = AnswerReference(visit.field("artifact"), site.name)
            given = await visit.back_channel.ask(visit.world.name, asked.provider, FETCH_ANSWER, reference)
        except BackChannelFailed as error:
            raise _stale(asked.ask) from error
        if not rules.answer_matches_ask(given.ask, asked.ask.id):
            raise _stale(asked.ask)
        asked.over = True
        adopt(visit, given.language)
        return await on_answer(visit, asked.flow, replace(given, provider=asked.provider))


def _service_of(ask: Ask) -> Onward | None:
    return back_to(ask.service, ask.home) if ask.home else None


def _stale(ask: Ask | None = None) -> Refused:
    onward = _service_of(ask) if ask else None
    return Refused(
        410, Text("Ten proces logowania został już użyty"), Text("Zacznij logowanie od początku."), onward=onward
    )
