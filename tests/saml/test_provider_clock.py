"""A provider may live in another time than the hub: it is judged by, and told, its own."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mock_server.saml import SamlRefused
from tests.saml.scene import NOW, RESOLVE_ID, SamlScene, make_scene, parsed

YEAR = timedelta(days=365)


@pytest.fixture
def apart() -> SamlScene:
    """The hub is a year ahead of its provider: what is NOW for the provider is a year later for the hub."""
    scene = make_scene()
    lives = {scene.sp.issuer: -YEAR}
    return replace(scene, hub=replace(scene.hub, clock_ahead=lambda issuer: lives[issuer]))


def hub_now() -> datetime:
    return NOW + YEAR


def resolve_soap(scene: SamlScene, now: datetime = NOW) -> bytes:
    return scene.sp.build_artifact_resolve(scene.hub.new_artifact(), resolve_id=RESOLVE_ID, now=now)


def instants(xml: bytes) -> set[str]:
    names = ("IssueInstant", "NotBefore", "AuthnInstant")
    return {value for element in parsed(xml).iter() for name in names if (value := element.get(name))}


def test_its_requests_are_judged_by_its_own_clock(apart: SamlScene) -> None:
    assert apart.read_request(apart.request_xml(), hub_now()).issuer == apart.sp.issuer
    assert apart.hub.read_artifact_resolve(resolve_soap(apart), apart.providers, now=hub_now()).id == RESOLVE_ID
    logout = apart.sp.build_logout_request("a-name", "_ID-1", request_id="ID-logout", now=NOW)
    assert apart.hub.read_logout_request(logout, apart.providers, now=hub_now()).id == "ID-logout"


def test_every_instant_told_to_it_is_in_its_own_time(apart: SamlScene) -> None:
    request = apart.read_request(apart.request_xml(), hub_now())
    resolve = apart.hub.read_artifact_resolve(resolve_soap(apart), apart.providers, now=hub_now())
    identified = replace(apart.identification(), identified_at=hub_now())
    assertion = apart.hub.build_assertion("_ID-1", request, identified, now=hub_now())
    logout = apart.sp.build_logout_request("a-name", "_ID-1", request_id="ID-logout", now=NOW)
    heard = apart.hub.read_logout_request(logout, apart.providers, now=hub_now())
    told = [
        assertion,
        apart.hub.build_response_with(assertion, resolve, request, now=hub_now()),
        apart.hub.build_empty_response(resolve, "used", now=hub_now()),
        apart.hub.build_logout_response(heard, now=hub_now()),
        apart.hub.build_logout_request(
            apart.sp.logout_url, "a-name", None, to=apart.sp.issuer, request_id="ID-1", now=hub_now()
        ),
    ]
    assert [instants(xml) for xml in told] == [{NOW.strftime("%Y-%m-%dT%H:%M:%S.000Z")}] * len(told)


def test_an_artifact_dies_by_the_hubs_own_clock(apart: SamlScene) -> None:
    resolve = apart.hub.read_artifact_resolve(resolve_soap(apart), apart.providers, now=hub_now())
    issued = replace(apart.issued(resolve), issued_at=hub_now())
    apart.hub.require_redeemable(issued, resolve, now=hub_now() + timedelta(minutes=4))
    with pytest.raises(SamlRefused) as refused:
        apart.hub.require_redeemable(issued, resolve, now=hub_now() + timedelta(minutes=5))
    assert refused.value.code == "artifact_expired"


@pytest.mark.parametrize(
    ("ago", "told"),
    [(timedelta(minutes=20), "1200 s behind"), (-timedelta(hours=3), "10800 s ahead of")],
    ids=["old", "new"],
)
def test_the_refusal_says_by_how_much_the_clocks_differ(scene: SamlScene, ago: timedelta, told: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_request(scene.request_xml(), NOW + ago)
    assert refused.value.code == "issue_instant"
    assert told in refused.value.detail


@pytest.mark.parametrize(
    ("shift", "accepted"),
    [
        (-timedelta(hours=10), False),
        (-timedelta(minutes=6, seconds=1), False),
        (-timedelta(minutes=6), True),
        (timedelta(hours=1), True),
        (timedelta(hours=2), True),
        (timedelta(hours=2, minutes=1, seconds=1), False),
    ],
    ids=["10 h old", "too old", "old", "Polish winter time with a Z", "Polish summer time with a Z", "too far ahead"],
)
def test_an_artifact_resolve_has_the_window_of_a_request(scene: SamlScene, *, shift: timedelta, accepted: bool) -> None:
    soap = resolve_soap(scene, NOW + shift)
    if accepted:
        assert scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW).id == RESOLVE_ID
    else:
        with pytest.raises(SamlRefused) as refused:
            scene.hub.read_artifact_resolve(soap, scene.providers, now=NOW)
        assert refused.value.code == "issue_instant"
