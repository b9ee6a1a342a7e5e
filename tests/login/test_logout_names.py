"""Which logins a logout names."""

from datetime import UTC, datetime

import pytest

from mock_server.kernel.making import Recipe, make_person
from mock_server.saml.levels import Level
from mock_server.saml.model import LogoutRequest, Provider
from mock_server.sites.login.state import HubSession, Participant
from mock_server.web.delegation import identity_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
IDENTITY = identity_of(make_person(Recipe(1), NOW), "pz.gov.pl")


@pytest.fixture
def session() -> HubSession:
    """Two logins at one provider and one at another, which happens to use the same name and index."""
    session = HubSession(IDENTITY.pesel, NOW, NOW, identity=IDENTITY, level=Level.SUBSTANTIAL)
    for issuer, index in (("ikp", "first"), ("ikp", "second"), ("other", "first")):
        session.participants.append(Participant(Provider(issuer, issuer, (), ()), "a-name", index))
    return session


def named(session: HubSession, issuer: str, name_id: str, session_index: str | None) -> list[tuple[str, str]]:
    request = LogoutRequest("ID-1", issuer, name_id, session_index, ())
    return [(login.provider.issuer, login.session_index) for login in session.logins_named_by(request)]


def test_a_logout_with_a_session_index_names_that_login_alone(session: HubSession) -> None:
    assert named(session, "ikp", "a-name", "second") == [("ikp", "second")]


def test_a_logout_without_a_session_index_names_every_login_at_its_sender(session: HubSession) -> None:
    assert named(session, "ikp", "a-name", None) == [("ikp", "first"), ("ikp", "second")]


@pytest.mark.parametrize(
    ("issuer", "name_id", "session_index"),
    [("nobody", "a-name", "first"), ("ikp", "another-name", "first"), ("ikp", "a-name", "third")],
)
def test_a_logout_of_another_sender_person_or_session_names_nothing(
    session: HubSession, issuer: str, name_id: str, session_index: str
) -> None:
    assert named(session, issuer, name_id, session_index) == []
