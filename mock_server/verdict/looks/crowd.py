"""Many people log in at the same moment, and each must be in as themselves."""

import asyncio
from dataclasses import dataclass, replace

from ..judging.people import Cast, filled_in
from ..judging.probe import Who
from ..judging.scene import Scene
from ..visitor.asked import Asked
from ..visitor.page import Page
from ..visitor.trouble import Trouble
from .look import Look, Sign, look

CROWD = 20
_CROSSED = "crowd.crossed"
_WHY = "two logins that meet in one variable give one person the other's account"


@dataclass(frozen=True)
class Visit:
    """One of the crowd: who, what their browser asked, and what it was shown.

    Attributes:
        told: why there is no page, if there is none.
    """

    cast: Cast
    asked: Asked | None = None
    who: Who = Who.NOBODY
    page: Page | None = None
    told: str = ""


async def crowd(scene: Scene, people: int = CROWD) -> list[Visit]:
    """Let as many log in, all of them bringing their answers at once."""
    all_begun = asyncio.Barrier(people)
    return list(await asyncio.gather(*(_visit(scene, all_begun) for _ in range(people))))


async def _visit(scene: Scene, all_begun: asyncio.Barrier) -> Visit:
    async with scene.cast() as cast:
        visitor, asked = scene.visitor(), None
        try:
            asked = await scene.begin(visitor)
            form = await scene.identified(visitor, asked, cast.ann)
        except Trouble as trouble:
            await all_begun.wait()
            return Visit(cast, asked, told=str(trouble))
        await all_begun.wait()
        try:
            await scene.bring_back(visitor, form)
            who, page = await scene.doorman.look(visitor, cast)
        except Trouble as trouble:
            return Visit(cast, asked, told=str(trouble))
        return Visit(cast, asked, who, page)


def look_at(visits: list[Visit], shows: str) -> list[Look]:
    """Whether each is in as themselves.

    Args:
        visits: of the crowd.
        shows: what the probe's page shows of a person.
    """
    crossed = sum(_shows_another(visit, visits, shows) for visit in visits)
    own = sum(visit.who is Who.ANN or (visit.who.is_in and not shows) for visit in visits)
    told = next((visit.told for visit in visits if visit.told), "")
    return [
        look(
            _CROSSED,
            not crossed,
            f"of {len(visits)} people at once, {crossed} saw somebody else",
            _WHY,
            "saml-profiles 4.1.4.3",
        ),
        look(
            "crowd.all_in",
            own == len(visits),
            f"of {len(visits)} people at once, {own} are in as themselves{f'; {told}' if told else ''}",
            "a service that fails under a small crowd fails on a Monday morning",
            "",
        ),
    ]


def agreed(times: list[list[Look]]) -> list[Look]:
    """One look of all the times: once crossed is crossed, but a crowd that got in twice of three times gets in."""
    return [_agreed([one[place] for one in times]) for place in range(len(times[0]))]


def _agreed(times: list[Look]) -> Look:
    bad = [one for one in times if one.is_finding]
    if not bad or len(bad) == len(times):
        return times[0]
    sign = Sign.BAD if bad[0].id == _CROSSED or len(bad) * 2 > len(times) else Sign.ADVICE
    return replace(bad[0], sign=sign, told=f"{bad[0].told} ({len(bad)} of {len(times)} times)")


def _shows_another(visit: Visit, visits: list[Visit], shows: str) -> bool:
    if visit.page is None or not shows:
        return False
    others = {filled_in(shows, one.cast.ann) for one in visits} - {filled_in(shows, visit.cast.ann)}
    return any(other in visit.page.text for other in others)
