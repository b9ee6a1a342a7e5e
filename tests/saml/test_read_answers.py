"""An answer that was accepted, with everything that was read of it."""

from datetime import UTC, date, datetime

import pytest

from mock_server.kernel.rules import replacing
from mock_server.saml import (
    Assertion,
    Level,
    PendingLogin,
    SamlRefused,
    Subject,
)
from tests.saml.editing import noted
from tests.saml.scene import NOW, PATIENT, REQUEST_ID, RESOLVE_ID, SamlScene


def test_an_assertion(scene: SamlScene) -> None:
    soap = scene.soap_around(scene.assertion())
    assert scene.read_response(soap) == Assertion(
        id="_ID-1",
        session_index="_ID-1",
        name_id="patient-1",
        level=Level.SUBSTANTIAL,
        authenticating_authorities=("pz.gov.pl",),
        not_before=datetime(2026, 11, 22, 12, 0, tzinfo=UTC),
        not_on_or_after=datetime(2026, 11, 22, 12, 50, tzinfo=UTC),
        audience="https://ikp.example",
        subject=Subject("Zażółć-Gęślą", "Łęcka", date(1902, 7, 8), "02070803628"),
    )


def test_an_assertion_for_us_among_others(scene: SamlScene) -> None:
    assertion = scene.assertion().replace(
        b"<saml2:Audience>", b"<saml2:Audience>https://other.example</saml2:Audience><saml2:Audience>"
    )
    assert scene.read_response(scene.soap_around(assertion)).audience == "https://other.example"


def test_an_assertion_through_nobody_else(scene: SamlScene) -> None:
    authority = b"<saml2:AuthenticatingAuthority>pz.gov.pl</saml2:AuthenticatingAuthority>"
    assertion = scene.assertion().replace(authority, b"")
    assert scene.read_response(scene.soap_around(assertion)).authenticating_authorities == ()


def test_a_name_that_arrives_decomposed_is_composed(scene: SamlScene) -> None:
    assertion = scene.assertion().decode().replace("Łęcka", "Łe\u0328cka")
    assert scene.read_response(scene.soap_around(assertion.encode())).subject.family_name == "Łęcka"


def test_the_assertion_is_shown_in_clear_before_it_is_checked(scene: SamlScene) -> None:
    shown: list[bytes] = []
    assertion = scene.assertion().replace(b"LoA/substantial", b"LoA/low")
    soap, login = scene.soap_around(assertion), PendingLogin(REQUEST_ID, Level.HIGH)
    with pytest.raises(SamlRefused):
        scene.sp.read_artifact_response(
            soap, login, resolve_id=RESOLVE_ID, now=NOW, seen_before=lambda _: False, on_decrypted=shown.append
        )
    assert shown == [assertion]


def test_whether_an_assertion_was_seen_is_asked_by_its_id(scene: SamlScene) -> None:
    asked: list[str] = []
    soap, login = scene.soap_around(scene.assertion()), PendingLogin(REQUEST_ID, Level.LOW)
    scene.sp.read_artifact_response(soap, login, resolve_id=RESOLVE_ID, now=NOW, seen_before=noted(asked))
    assert asked == ["_ID-1"]


def test_a_world_that_takes_any_audience_takes_none(scene: SamlScene) -> None:
    audience = b"<saml2:Audience>https://ikp.example</saml2:Audience>"
    soap = scene.soap_around(scene.assertion().replace(audience, b""))
    with replacing({"saml.audience_is_ours": lambda *_: True}):
        assert scene.read_response(soap).audience == ""


def test_a_person_s_pesel_is_not_shown() -> None:
    assert "02070803628" not in repr(PATIENT)
