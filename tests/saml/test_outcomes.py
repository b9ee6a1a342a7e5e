"""What a provider is told of a login that led nowhere: the codes of the profile, and a sentence for its log."""

from mock_server.saml import outcomes
from mock_server.saml.model import Status

STATUS = "urn:oasis:names:tc:SAML:2.0:status:"


def told(status: Status) -> tuple[str | None, ...]:
    return (*(code.removeprefix(STATUS) for code in status.codes), status.message)


def test_every_outcome_has_the_profiles_codes() -> None:
    assert {name: told(value) for name, value in vars(outcomes).items() if isinstance(value, Status)} == {
        "CANCELLED": ("AuthnFailed", "The person cancelled the login"),
        "LEVEL_TOO_LOW": ("Requester", "NoAuthnContext", "The person could not be identified at the level asked for"),
        "PASSIVE_IMPOSSIBLE": (
            "Responder",
            "NoPassive",
            "The person would have to be asked, which IsPassive forbids",
        ),
    }
