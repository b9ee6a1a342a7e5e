"""Requests of a provider of the test's own, changed by a word, and what the hub does with them."""

import re
from collections.abc import Callable

import httpx
from lxml import etree

from fixtures.provider import Provider
from fixtures.world import WorldControl

Request = etree._Element
Change = Callable[[Request], None]

SECOND_ACS = "https://provider.example/second"
"""Where a provider that registered two addresses can be answered, too."""


def register_second_acs(world: WorldControl, provider: Provider) -> None:
    """Register a provider anew, with both addresses."""
    saml = provider.saml
    world.register_provider(
        saml.issuer, saml.name, saml.acs_url, saml.keys.certificate.pem, acs_urls=[saml.acs_url, SECOND_ACS]
    )


def leave_out(name: str) -> Change:
    """An attribute of the request is missing."""

    def change(request: Request) -> None:
        del request.attrib[name]

    return change


def expect_refused(answer: httpx.Response, reason: str) -> None:
    """The hub's page says so, and leads nowhere."""
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert re.search(rf"\b{reason}:", answer.text)
    assert "auto-post" not in answer.text, "a refusal leads nowhere by itself"


def expect_taken(answer: httpx.Response) -> None:
    """The hub asks by which method to log in."""
    assert answer.status_code == httpx.codes.SEE_OTHER
    assert answer.headers["location"].startswith("/login/")
