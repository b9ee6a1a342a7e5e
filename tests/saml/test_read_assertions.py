"""Legal shapes of an assertion that a provider must read, and near ones that it must refuse."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.saml.editing import refusal
from tests.saml.scene import ACS, NOW, PATIENT, SamlScene

OURS = "<saml2:AudienceRestriction><saml2:Audience>https://ikp.example</saml2:Audience></saml2:AudienceRestriction>"
HOLDER = '<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"/>'
FIRST = "<saml2:SubjectConfirmation "
END_OF_CONFIRMATIONS = "</saml2:Subject>"
LOGIN = ' SessionIndex="_ID-1"'
MINUTE = timedelta(minutes=1)


def soap(scene: SamlScene, *changes: tuple[str, str]) -> bytes:
    """An answer whose assertion has these texts replaced."""
    assertion = scene.assertion().decode()
    for old, new in changes:
        assert old in assertion
        assertion = assertion.replace(old, new)
    return scene.soap_around(assertion.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FIRST, HOLDER + FIRST),
        (END_OF_CONFIRMATIONS, HOLDER + END_OF_CONFIRMATIONS),
        (OURS, OURS * 2),
        (OURS, f"{OURS}<saml2:OneTimeUse/><saml2:ProxyRestriction/>"),
        ("2026-11-22T12:50:00.000Z", "2026-11-22T12:50:00"),
    ],
    ids=["holder-first", "holder-last", "two-restrictions", "conditions", "no-zone"],
)
def test_what_is_legal_is_read(scene: SamlScene, old: str, new: str) -> None:
    assert scene.read_response(soap(scene, (old, new))).subject == PATIENT


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (OURS, OURS + OURS.replace("ikp", "other"), "audience"),
        (OURS, OURS.replace("ikp", "other") + OURS, "audience"),
        ('Version="2.0"', 'Version="1.1"', "version"),
        (' Version="2.0"', "", "version"),
        (' AuthnInstant="2026-11-22T12:00:00.000Z"', "", "malformed"),
        (' IssueInstant="2026-11-22T12:00:00.000Z"', "", "malformed"),
        (' IssueInstant="2026-11-22T12:00:00.000Z"', ' IssueInstant="yesterday"', "malformed"),
        (OURS, f"{OURS}<OneTimeUse/>", "condition"),
    ],
    ids=["second", "first", "version", "no-version", "no-login", "no-issue", "issue", "condition"],
)
def test_what_is_not_is_refused(scene: SamlScene, old: str, new: str, code: str) -> None:
    answer = soap(scene, (old, new))
    assert refusal(lambda: scene.read_response(answer)).code == code


def test_of_two_confirmations_one_must_be_right(scene: SamlScene) -> None:
    answer = soap(scene, (ACS, f"{ACS}/other"), (END_OF_CONFIRMATIONS, HOLDER + END_OF_CONFIRMATIONS))
    assert refusal(lambda: scene.read_response(answer)).code == "recipient"


@pytest.mark.parametrize(
    ("asked_at", "code"),
    [(NOW + MINUTE, None), (NOW + MINUTE + timedelta(seconds=1), "issue_instant"), (NOW - 50 * MINUTE, None)],
    ids=["edge", "later", "long-ago"],
)
def test_an_answer_comes_after_its_question(scene: SamlScene, asked_at: datetime, code: str | None) -> None:
    answer = scene.response_soap()
    if code is None:
        assert scene.read_response(answer, NOW + MINUTE, asked_at=asked_at).subject == PATIENT
    else:
        assert refusal(lambda: scene.read_response(answer, NOW + MINUTE, asked_at=asked_at)).code == code


def test_an_answer_of_tomorrow_is_none(scene: SamlScene) -> None:
    answer = soap(scene, ('IssueInstant="2026-11-22', 'IssueInstant="2026-11-23'))
    assert refusal(lambda: scene.read_response(answer, asked_at=NOW)).code == "issue_instant"


def test_where_no_new_login_was_asked_for_an_old_one_will_do(scene: SamlScene) -> None:
    answer = soap(scene, ('AuthnInstant="2026-11-22', 'AuthnInstant="2026-11-21'))
    assert scene.read_response(answer).subject == PATIENT
    assert refusal(lambda: scene.read_response(answer, asked_at=NOW)).code == "authn_instant"


def test_the_end_of_the_hub_s_session_is_told(scene: SamlScene) -> None:
    answer = soap(scene, (LOGIN, f'{LOGIN} SessionNotOnOrAfter="2026-11-22T12:00:01Z"'))
    assert scene.read_response(answer).session_not_on_or_after == datetime(2026, 11, 22, 12, 0, 1, tzinfo=UTC)
    assert scene.read_response(soap(scene)).session_not_on_or_after is None
