"""Whom the hub of a world knows: our own two service providers, and whom the world registers."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import ControlFailed, WorldControl
from mock_server.saml import make_key_pair
from mock_server.saml.authn_request import RequestOptions, build_authn_request
from mock_server.saml.message import Header
from mock_server.saml.post_binding import encode_for_post

KEYS = make_key_pair("test", datetime.now(UTC))


def test_a_request_is_accepted_with_any_certificate_of_its_provider(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    other = make_key_pair("other", datetime.now(UTC))
    both = other.certificate.pem + KEYS.certificate.pem
    world.register_provider("sp.example", "Przychodnia", "https://sp.example/acs", both)
    sso = world.url("login", "/login/SingleSignOnService")
    for number, keys in enumerate((KEYS, other)):
        header = Header(f"ID-{number}", "sp.example", datetime.now(UTC))
        request = build_authn_request(header, sso, "https://sp.example/acs", RequestOptions(), keys)
        assert new_http_browser().post(sso, SAMLRequest=encode_for_post(request)).status == 200


def test_a_refusal_names_everybody_known(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> None:
    world.register_provider("sp.example", "Przychodnia", "https://sp.example/acs", KEYS.certificate.pem)
    sso = world.url("login", "/login/SingleSignOnService")
    header = Header("ID-1", "stranger.example", datetime.now(UTC))
    request = build_authn_request(header, sso, "https://stranger.example/acs", RequestOptions(), KEYS)
    http_browser = new_http_browser()
    http_browser.post(sso, SAMLRequest=encode_for_post(request))
    refusal = http_browser.text_of("//*[@data-testid='saml-refusal']")
    assert (
        "expected 'ikp.pacjent.gov.pl' or 'mojeikp.pacjent.gov.pl' or 'sp.example', got 'stranger.example'" in refusal
    )


def test_nobody_registers_under_our_issuer(world: WorldControl) -> None:
    with pytest.raises(ControlFailed, match="one of the mock's own service providers: register yours under another"):
        world.register_provider("ikp.pacjent.gov.pl", "IKP", "https://sp.example/acs", KEYS.certificate.pem)
