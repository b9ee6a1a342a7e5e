"""A login of a provider of the test's own, without pages."""

import html
import re

import httpx

from fixtures.people import Person
from fixtures.provider import Level, Provider, SamlRefused
from fixtures.world import WorldControl

ID = "ID-00000000-0000-4000-8000-000000000001"
"""Of a request."""


def artifact_of(answer: httpx.Response) -> str:
    """What the hub's form carries back to the provider."""
    found = re.search(r'name="SAMLart" value="([^"]+)"', answer.text)
    assert found, f"the hub handed out no artifact: {answer.status_code}"
    return html.unescape(found[1])


def log_in(world: WorldControl, provider: Provider, person: Person, request_id: str) -> str:
    """The artifact of a login of this person."""
    world.expect_login(person)
    return artifact_of(provider.send(provider.ask(request_id=request_id)))


def pesel_told(provider: Provider, artifact: str, request_id: str, level: Level = Level.SUBSTANTIAL) -> str | None:
    """Who an artifact stands for; None where the hub does not say, or the level is lower than this."""
    try:
        return provider.resolve(artifact, request_id, level=level).subject.pesel
    except SamlRefused:
        return None
