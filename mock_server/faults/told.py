"""Faults of what a service provider is told: of a person, of the hub, and of a login that ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

from ..kernel.faults import Replaced
from ..kernel.rules import true
from ..saml.assertion import Identification, build_assertion
from ..saml.attributes import ALL_ATTRIBUTES
from ..saml.identity_hub import IdentityHub
from ..saml.levels import Level
from ..saml.metadata import build_hub_metadata
from ..saml.model import AuthnRequest
from ..shared.federation import ARTIFACT_PATH
from ..shared.relying_party.logout import log_out_at_hub
from ..sites.ikp.state import IkpSessions
from ..sites.login.results import echoed
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import replaced

_Change = Callable[[AuthnRequest, Identification, datetime], tuple[AuthnRequest, Identification]]
_PROFILE = "saml_profile: ArtifactResponse"
_ONE_MORE = "<saml2:Audience>https://another.example</saml2:Audience>"
_END_OF_AUDIENCES = "</saml2:AudienceRestriction>"


def _telling(
    change: Callable[[AuthnRequest, Identification, datetime], tuple[AuthnRequest, Identification]],
) -> Replaced:
    """Answer another request than there was, or tell of another identification."""

    def build(
        assertion_id: str, issuer: str, request: AuthnRequest, identification: Identification, now: datetime
    ) -> bytes:
        return true(build_assertion)(assertion_id, issuer, *change(request, identification, now), now)

    return replaced(build_assertion, build)


def _writing(change: Callable[[str, datetime], str]) -> Replaced:
    """Write the assertion otherwise."""

    def build(
        assertion_id: str, issuer: str, request: AuthnRequest, identification: Identification, now: datetime
    ) -> bytes:
        xml = true(build_assertion)(assertion_id, issuer, request, identification, now)
        return change(xml.decode(), now).encode()

    return replaced(build_assertion, build)


def _by_another_bank(identification: Identification) -> Identification:
    told = tuple("pekao" if one == "ing" else one for one in identification.authenticating_authorities)
    return replace(identification, authenticating_authorities=told)


def _by_the_method_alone(identification: Identification) -> Identification:
    return replace(identification, authenticating_authorities=identification.authenticating_authorities[:1])


def _a_day_longer(xml: str, now: datetime) -> str:
    return xml.replace(f'NotOnOrAfter="{now:%Y-%m-%d}', f'NotOnOrAfter="{now + timedelta(days=1):%Y-%m-%d}')


async def _end_another(visit: Visit, name_id: str, session_index: str) -> bool:
    """End the login of another browser of the same patient, if there is one."""
    others = list[str]()

    def note(index: str) -> bool:
        others.append(index)
        return False

    visit.world.state(IkpSessions).end_where(
        lambda session: (
            session.hub_login is not None
            and session.hub_login.name_id == name_id
            and note(session.hub_login.session_index)
        )
    )
    return await true(log_out_at_hub)(visit, name_id, next(iter(others), session_index))


def _end_every_login(
    hub: IdentityHub, destination: str, name_id: str, _index: str | None, *, to: str, request_id: str, now: datetime
) -> bytes:
    return true(IdentityHub.build_logout_request)(
        hub, destination, name_id, None, to=to, request_id=request_id, now=now
    )


FAULTS = (
    *breaking(
        "saml.told",
        _PROFILE,
        Row(
            "saml.told_the_moment_of_the_exchange",
            "The hub says that the person was identified when the provider asked, not when it was done",
            "A provider that wants a fresh login takes one of an hour ago",
            _telling(lambda request, who, now: (request, replace(who, identified_at=now))),
            source="saml-core 2.7.2 (AuthnInstant)",
        ),
        Row(
            "saml.told_no_bank",
            "The hub does not say which bank identified the person",
            "Who looks into a misused login does not learn where it was let in",
            _telling(lambda request, who, _now: (request, _by_the_method_alone(who))),
        ),
        Row(
            "saml.told_another_bank",
            "The hub says that another bank identified the person",
            "A bank is blamed for a login that another let in",
            _telling(lambda request, who, _now: (request, _by_another_bank(who))),
        ),
        Row(
            "saml.told_too_high_a_level",
            "The hub says of every person that they were identified at the level “high”",
            "What needs an ID card opens to a password",
            _telling(lambda request, who, _now: (request, replace(who, level=Level.HIGH))),
            source="saml-core 3.3.2.2.1",
        ),
        Row(
            "saml.told_only_what_was_asked_for",
            "The hub tells the level that the provider asked for, not the one that was reached",
            "A person who used the ID card must use it again",
            _telling(lambda request, who, _now: (request, replace(who, level=request.minimum_level))),
        ),
        Row(
            "saml.told_more_than_was_asked_for",
            "The hub tells all of a person's data, whatever the provider asked for",
            "A service learns the birth date and names that it must not have",
            _telling(lambda request, who, _now: (replace(request, attributes=ALL_ATTRIBUTES), who)),
            source="GDPR 5(1)(c); eIDAS minimum data set",
        ),
        Row(
            "saml.told_for_a_day",
            "An assertion lasts a day longer",
            "Whoever steals an assertion can use it until tomorrow",
            _writing(_a_day_longer),
        ),
        Row(
            "saml.told_to_another_audience_too",
            "An assertion names a second audience",
            "Another service takes it for its own",
            _writing(
                lambda xml, _now: xml.replace(
                    _END_OF_AUDIENCES, f"<saml2:Audience>all</saml2:Audience>{_END_OF_AUDIENCES}"
                )
            ),
            source="saml-core 2.5.1.4",
        ),
        Row(
            "saml.told_the_birth_date_without_its_zone",
            "The birth date is told without its zone",
            "A service that reads dates as the profile has them lets nobody in",
            _writing(lambda xml, _now: xml.replace("Z</saml2:AttributeValue>", "</saml2:AttributeValue>")),
        ),
        Row(
            "saml.told_the_pesel_as_a_name",
            "The hub calls a person by their PESEL at every service",
            "Services compare notes, and logs hold PESEL",
            _telling(lambda request, who, _now: (request, replace(who, name_id=who.subject.pesel))),
            source="saml-core 8.3.1; GDPR 25",
        ),
    ),
    *breaking(
        "saml.relay_state",
        "saml-bindings 3.6.3",
        Row(
            "saml.empty_relay_state_dropped",
            "An empty RelayState does not come back",
            "A service that waits for the field lets nobody in",
            replaced(echoed, lambda relay_state: {"RelayState": relay_state} if relay_state else {}),
        ),
        Row(
            "saml.relay_state_made_up",
            "A RelayState comes back where none went out",
            "A service that sent none takes the answer for an attack",
            replaced(echoed, lambda relay_state: {"RelayState": relay_state or ""}),
        ),
    ),
    *breaking(
        "saml.metadata",
        "saml-metadata 2.4",
        Row(
            "saml.metadata_of_another_logout",
            "The metadata name another address for logouts",
            "Logouts of every service fail",
            replaced(
                build_hub_metadata,
                lambda issuer, sso_url, artifact_url, logout_url, keys, announced: true(build_hub_metadata)(
                    issuer, sso_url, artifact_url, artifact_url, keys, announced
                ),
            ),
        ),
        Row(
            "saml.metadata_by_path_name_a_browsers_address",
            "Metadata fetched by path name an address for artifacts that browsers alone resolve",
            "A service in a container reads the metadata, and can log nobody in",
            replaced(
                build_hub_metadata,
                lambda issuer, sso_url, artifact_url, logout_url, keys, announced: true(build_hub_metadata)(
                    issuer, sso_url, urljoin(sso_url, ARTIFACT_PATH), logout_url, keys, announced
                ),
            ),
        ),
    ),
    *breaking(
        "logout.named",
        "saml-core 3.7.1",
        Row(
            "logout.of_another_browser",
            "A logout names the login of another browser of the same patient",
            "Who logs out on a shared computer is logged out at home instead",
            replaced(log_out_at_hub, _end_another),
        ),
        Row(
            "logout.passed_on_without_its_login",
            "A logout that login.gov.pl passes on names the patient, and no login",
            "Who logs out on the computer is logged out on the phone",
            replaced(IdentityHub.build_logout_request, _end_every_login),
        ),
    ),
)
