"""What may be planted in every login while a suite is graded: a right provider accepts or bears each of them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from starlette.responses import Response

from ..kernel.pesel import birth_date_of, pesel_for
from ..saml import outcomes
from ..saml.assertion import Identification
from ..saml.levels import Level
from ..saml.model import Status, Subject
from ..sites.login.state import HubSession, HubState, PendingResult
from ..web.delegation import Identity
from ..web.visit import Visit
from .bob import BOB
from .grading import GradedWorld, GradingOrder, What

ODD_NAME = "O'Ćma-Żółćgęśląjaźń"
"""An apostrophe, a hyphen and every Polish mark."""
Planted = PendingResult | Response | None
"""What is told on, what is sent at once, or None where it does not apply."""


@dataclass(frozen=True)
class Moment:
    """A login that is about to be told."""

    visit: Visit
    waiting: PendingResult
    order: GradingOrder

    def about(self, change: Callable[[Identification], Identification | None]) -> Planted:
        """The same login with another identification; a login that failed has none."""
        if isinstance(self.waiting.result, Status):
            return None
        told, session = self.waiting.result
        changed = change(told)
        return replace(self.waiting, result=(changed, session)) if changed else None

    def name_id_of(self, subject: Subject) -> str:
        """How this provider is told of a person."""
        return self.visit.world.state(HubState).name_id(self.waiting.request.issuer, subject.pesel)

    def told_of(self, subject: Subject) -> Planted:
        """The same login as if this person had logged in."""
        return self.about(lambda told: replace(told, subject=subject, name_id=self.name_id_of(subject)))


async def planted_in(visit: Visit, waiting: PendingResult) -> PendingResult | Response:
    """What a login becomes by the order of its world."""
    grading = visit.world.state(GradedWorld)
    grading.write(What.LOGIN)
    if grading.order.plant is None:
        return waiting
    planted = await _DEEDS[grading.order.plant](Moment(visit, waiting, grading.order))
    if planted is None:
        return waiting
    grading.write(What.ALTERED)
    return planted


async def _hub_out(_moment: Moment) -> Planted:
    return Response("Service Unavailable", 503, media_type="text/plain")


async def _cancelled(moment: Moment) -> Planted:
    if isinstance(moment.waiting.result, Status):
        return None
    return replace(moment.waiting, result=outcomes.CANCELLED)


async def _other_person(moment: Moment) -> Planted:
    return moment.told_of(BOB)


async def _other_pesel(moment: Moment) -> Planted:
    if isinstance(moment.waiting.result, Status):
        return None
    subject = moment.waiting.result[0].subject
    return moment.told_of(replace(subject, pesel=_twin_of(subject.pesel)))


def _twin_of(pesel: str) -> str:
    """Another PESEL of the same day and sex."""
    return pesel_for(birth_date_of(pesel), (int(pesel[6:10]) + 2) % 10_000)


async def _odd_names(moment: Moment) -> Planted:
    return moment.about(lambda told: replace(told, subject=replace(told.subject, family_name=ODD_NAME)))


async def _other_level(moment: Moment) -> Planted:
    asked = moment.waiting.request.minimum_level

    def other(told: Identification) -> Identification | None:
        level = Level.HIGH if told.level < Level.HIGH else asked
        return replace(told, level=level) if level != told.level else None

    return moment.about(other)


async def _failed_is_in(moment: Moment) -> Planted:
    """A login that failed at the hub ends as Bob's."""
    if not isinstance(moment.waiting.result, Status):
        return None
    now, level = moment.visit.now, max(moment.waiting.request.minimum_level, Level.SUBSTANTIAL)
    authorities = ("pz.gov.pl",)
    told = Identification(BOB, level, authorities, moment.name_id_of(BOB), now)
    identity = Identity(BOB.pesel, BOB.given_name, BOB.family_name, BOB.birth_date, authorities)
    session = HubSession(BOB.pesel, now, now, identity=identity, level=level)
    return replace(moment.waiting, result=(told, session))


async def _slow(moment: Moment) -> Planted:
    await asyncio.sleep(timedelta(seconds=moment.order.slow_seconds).total_seconds())
    return moment.waiting


_DEEDS: dict[str, Callable[[Moment], Awaitable[Planted]]] = {
    "hub_out": _hub_out,
    "cancelled": _cancelled,
    "other_person": _other_person,
    "other_pesel": _other_pesel,
    "odd_names": _odd_names,
    "other_level": _other_level,
    "failed_is_in": _failed_is_in,
    "slow": _slow,
}
