"""How long things live and how often they may be tried, as it was decided: what a team builds its own tests upon."""

from datetime import timedelta
from pkgutil import resolve_name

import pytest

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("sites.pz.rules:CODE_LIFE", 5 * MINUTE),
        ("sites.pz.rules:PUSH_LIFE", 5 * MINUTE),
        ("sites.pz.rules:TRIES", 3),
        ("sites.pz.rules:RESENDS", 3),
        ("sites.pz.rules:PAUSE", MINUTE / 2),
        ("sites.pz.rules:MESSAGES", 20),
        ("sites.pz.rules:MESSAGES_SPAN", 10 * MINUTE),
        ("web.lockout:ALLOWED", 5),
        ("web.lockout:LOCK", 10 * MINUTE),
        ("web.rules:FLOW_LIFE", 30 * MINUTE),
        ("web.rules:ANSWER_LIFE", 2 * MINUTE),
        ("web.session:Sessions.idle", 15 * MINUTE),
        ("web.session:Sessions.absolute", 60 * MINUTE),
        ("sites.mobywatel.state:AppSessions.idle", 10 * MINUTE),
        ("sites.mobywatel.state:AppSessions.absolute", 30 * MINUTE),
        ("sites.login_mobywatel.state:CODE_LIFE", 5 * MINUTE),
        ("sites.e_dowod.state:CODE_LIFE", 5 * MINUTE),
        ("sites.e_dowod.state:NUMBER_LENGTH", 9),
        ("shared.id_card.rules:PIN_TRIES", 3),
        ("shared.id_card.rules:PUK_TRIES", 3),
        ("sites.mojeikp.rules:PIN_LENGTH", 4),
        ("sites.mojeikp.rules:TRIES", 3),
        ("shared.patient.rules:WARNING", 2 * MINUTE),
        ("shared.patient.rules:ADULT_AT", 18),
        ("kernel.recent:KEPT", 2000),
        ("kernel.making:PROFILE_YEARS", 3 * 365 * DAY),
        ("saml.artifact:LIFETIME", 5 * MINUTE),
        ("saml.assertion:LIFETIME", 50 * MINUTE),
        ("saml.service_provider:SKEW", MINUTE),
        ("saml.freshness:Freshness.lifetime", 5 * MINUTE),
        ("saml.freshness:Freshness.skew", MINUTE),
        ("saml.freshness:Freshness.local_time", 120 * MINUTE),
        ("saml.xml:SIZE_LIMIT", 256 * 1024),
        ("command.options:DEFAULT_PORT", 8000),
    ],
)
def test_a_limit_is_what_was_decided(name: str, limit: object) -> None:
    assert resolve_name(f"mock_server.{name}") == limit
