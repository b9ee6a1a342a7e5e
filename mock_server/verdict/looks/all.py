"""Everything that is looked at besides the answers, in one go."""

from ..judging.running import AGAIN
from ..judging.scene import Scene
from ..visitor.asked import Asked
from . import crowd, metadata, request, resolving, session, timing
from .look import Look


async def look_around(scene: Scene, document: bytes | None) -> list[Look]:
    """What is told of a service that a login works at.

    Args:
        scene: the service and the mock.
        document: its metadata, if it was given.
    """
    visits = await crowd.crowd(scene)
    asked = [visit.asked for visit in visits if visit.asked]
    looks = request.looks_of(asked) if asked else []
    looks += metadata.looks_of(document)
    looks += await session.look_at(scene)
    looks += await _at_once(scene, visits)
    looks += await timing.look_at(scene)
    if asked:
        looks += await _at_the_door(scene, asked[0])
    return looks


async def _at_once(scene: Scene, visits: list[crowd.Visit]) -> list[Look]:
    """What is told of a crowd; a bad sign is looked at twice more."""
    shows = scene.doorman.probe.shows
    times = [crowd.look_at(visits, shows)]
    if any(one.is_finding for one in times[0]):
        times += [crowd.look_at(await crowd.crowd(scene), shows) for _ in range(AGAIN)]
    return crowd.agreed(times)


async def _at_the_door(scene: Scene, asked: Asked) -> list[Look]:
    looks = resolving.looks_of(await scene.mock.received("ArtifactResolve"), asked.issuer)
    acs = asked.root.get("AssertionConsumerServiceURL")
    return looks + (await resolving.look_at_door(scene.fetcher, acs) if acs else [])
