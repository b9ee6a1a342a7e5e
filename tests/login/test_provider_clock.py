"""A provider of somebody else lives in real time, whatever the world's clock shows; our own live in the world's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of, register
from mock_server.client import WorldControl
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.levels import Level
from mock_server.saml.model import Assertion
from mock_server.saml.names import new_id
from mock_server.saml.service_provider import PendingLogin

MINUTES = 20 * 60
A_MOMENT = timedelta(minutes=1)


@pytest.fixture
def provider(world: WorldControl, by_hand: ByHand) -> Provider:
    registered = register(world, by_hand)
    world.change_hub(provider_clock="real")
    return registered


def asking(provider: Provider, request_id: str) -> bytes:
    return provider.saml.build_authn_request(RequestOptions(), request_id=request_id, now=datetime.now(UTC))


def log_in(provider: Provider, browser: HttpBrowser) -> Assertion:
    """A whole login, every instant of which the provider writes and checks in real time."""
    request_id, resolve_id, now = new_id(), new_id(), datetime.now(UTC)
    provider.world.expect_login(provider.world.make_person(1))
    browser.stop_at = "https://"
    (form,) = browser.post(provider.saml.hub.sso_url, **form_of(asking(provider, request_id))).page.forms
    soap = provider.saml.build_artifact_resolve(dict(form.fields)["SAMLart"] or "", resolve_id=resolve_id, now=now)
    answer = provider.post_soap(provider.saml.hub.artifact_url, soap).content
    login = PendingLogin(request_id, Level.LOW)
    return provider.saml.read_artifact_response(
        answer, login, resolve_id=resolve_id, now=now, seen_before=lambda _: False
    )


@pytest.mark.parametrize("seconds", [120, MINUTES, -MINUTES, 365 * 24 * 3600])
def test_somebody_elses_provider_goes_on_in_real_time(
    provider: Provider, new_http_browser: Callable[[], HttpBrowser], seconds: int
) -> None:
    provider.world.advance(seconds)
    told = log_in(provider, new_http_browser())
    assert abs(told.not_before - datetime.now(UTC)) < A_MOMENT


def test_a_world_that_stands_still_does_not_stop_it(
    provider: Provider, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    provider.world.set_clock(datetime(2030, 1, 1, tzinfo=UTC))
    provider.world.freeze()
    assert log_in(provider, new_http_browser()).not_before < datetime(2030, 1, 1, tzinfo=UTC)


def test_a_request_does_not_become_new_when_the_worlds_clock_is_moved(provider: Provider) -> None:
    xml = asking(provider, new_id())
    assert provider.send(xml).status_code == 303
    provider.world.advance(365 * 24 * 3600)
    assert provider.send(asking(provider, new_id())).status_code == 303
    again = provider.send(xml)
    assert again.status_code == 400
    assert "replayed" in again.text


def test_a_lenient_hub_meets_strangers_in_real_time(provider: Provider) -> None:
    provider.world.change_hub(lenient=True)
    provider.world.advance(MINUTES)
    stranger = replace(provider, saml=replace(provider.saml, issuer="https://stranger.example"))
    assert provider.send(asking(stranger, new_id())).status_code == 303


def test_a_world_may_say_that_its_providers_share_its_clock(provider: Provider) -> None:
    provider.world.change_hub(provider_clock="world")
    provider.world.advance(MINUTES)
    refused = provider.send(asking(provider, new_id()))
    assert refused.status_code == 400
    assert "1200 s behind" in refused.text


def test_ikp_lives_in_the_worlds_time(world: WorldControl, new_http_browser: Callable[[], HttpBrowser]) -> None:
    world.advance(MINUTES)
    world.expect_login(world.make_person(1))
    assert new_http_browser().open(world.url("ikp", "/zaloguj")).status == 200
    assert [entry.event for entry in world.journal() if "refused" in entry.event] == []
