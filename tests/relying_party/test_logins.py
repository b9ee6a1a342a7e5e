"""The way out to the hub and back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mock_server.saml import IdentityHub, Level, Status
from mock_server.saml.names import AUTHN_FAILED, NO_PASSIVE, RESPONDER
from mock_server.shared.federation import KnownProviders
from mock_server.shared.relying_party.logins import LoginEnded
from mock_server.shared.relying_party.state import OpenLogins
from mock_server.web.back_channel import SOAP_HEADERS
from tests.relying_party.visiting import PERSON, Begun, RelyingPartyScene, identification, seen

SSO = "https://login.localhost/login/SingleSignOnService"


def identified(scene: RelyingPartyScene, begun: Begun, hub: IdentityHub | None = None) -> Callable[[bytes], bytes]:
    """The hub's answer: this person."""

    def answer(soap: bytes) -> bytes:
        saml = hub or scene.hub
        resolve = saml.read_artifact_resolve(soap, KnownProviders(scene.visit()), now=scene.now)
        return saml.build_artifact_response(resolve, begun.request, identification(scene), now=scene.now)

    return answer


def failed(scene: RelyingPartyScene, begun: Begun, *codes: str) -> Callable[[bytes], bytes]:
    """The hub's answer: nobody."""

    def answer(soap: bytes) -> bytes:
        resolve = scene.hub.read_artifact_resolve(soap, KnownProviders(scene.visit()), now=scene.now)
        return scene.hub.build_failure_response(resolve, begun.request, Status(codes), now=scene.now)

    return answer


def test_the_hub_is_asked_anew_and_for_a_substantial_level(scene: RelyingPartyScene) -> None:
    begun = scene.begin()
    assert begun.address == SSO
    assert begun.request.issuer == "ikp.pacjent.gov.pl"
    assert (begun.request.minimum_level, begun.request.force_authn) == (Level.SUBSTANTIAL, True)
    assert begun.request.issue_instant == scene.now.replace(microsecond=scene.now.microsecond // 1000 * 1000)
    assert scene.journal("AuthnRequest sent") == [("AuthnRequest sent", {"xml": begun.xml.decode()})]


def test_no_two_logins_have_the_same_names(scene: RelyingPartyScene) -> None:
    first, second = scene.begin(), scene.begin()
    assert first.relay_state != second.relay_state
    assert first.request.id != second.request.id
    assert first.request.id.startswith("ID-")


def test_a_login_gives_all_that_the_hub_says_of_the_person(scene: RelyingPartyScene) -> None:
    begun = scene.begin("?cel=/recepty")
    scene.answer = identified(scene, begun, replace(scene.hub, new_assertion_id=lambda: "_ID-1"))
    answer = scene.come_back(begun)
    assert (answer.status_code, answer.json()) == (200, {"welcome": "Zofia"})
    [(told, target)] = scene.party.logins
    assert target == "/recepty"
    assert (told.subject, told.level) == (PERSON, Level.SUBSTANTIAL)
    assert told.authenticating_authorities == ("mojeid.pl", "ing")
    assert (told.name_id, told.session_index) == ("a-name", "_ID-1")


def test_the_artifact_is_resolved_over_the_back_channel_and_written(scene: RelyingPartyScene) -> None:
    begun = scene.begin()
    assertions: list[bytes] = []
    hub = scene.hub

    def answer(soap: bytes) -> bytes:
        resolve = hub.read_artifact_resolve(soap, KnownProviders(scene.visit()), now=scene.now)
        assertions.append(hub.build_assertion("_ID-1", begun.request, identification(scene), now=scene.now))
        return hub.build_response_with(assertions[0], resolve, begun.request, now=scene.now)

    scene.answer = answer
    scene.come_back(begun)
    [asked] = scene.asked
    assert (asked.world, asked.site) == ("main", "login")
    assert asked.path == "/login-services/idpArtifactResolutionService"
    assert asked.headers == SOAP_HEADERS
    sent, received = scene.journal("ArtifactResolve sent", "ArtifactResponse received")
    assert sent == ("ArtifactResolve sent", {"xml": asked.content.decode()})
    assert received[1]["assertion"] == assertions[0].decode()
    assert "saml2p:ArtifactResponse" in received[1]["xml"]


@pytest.mark.parametrize(("codes", "cancelled"), [((RESPONDER, AUTHN_FAILED), True), ((RESPONDER, NO_PASSIVE), False)])
def test_a_login_may_end_without_a_person(scene: RelyingPartyScene, codes: tuple[str, ...], cancelled: bool) -> None:
    begun = scene.begin("?cel=/szczepienia")
    scene.answer = failed(scene, begun, *codes)
    assert scene.come_back(begun).status_code == 401
    assert scene.party.ends == [LoginEnded(cancelled, "/szczepienia")]
    assert not scene.party.logins


def refused(scene: RelyingPartyScene, begun: Begun, artifact: str | None = None) -> str:
    """Why the answer was not believed, by the journal; the person is told how to go on."""
    page = seen(scene.come_back(begun, artifact))
    assert (page.status, page.heading) == (403, "Nie udało się zalogować")
    assert "Zacznij logowanie od początku." in page.texts("//p")
    assert not scene.party.logins
    [(_, details)] = scene.journal("SAML answer refused")
    assert details.keys() == {"refusal"}
    return details["refusal"]


def test_what_is_no_artifact_is_not_asked_about(scene: RelyingPartyScene) -> None:
    told = refused(scene, scene.begin(), "AAAA")
    assert told == "artifact_malformed: expected 44 bytes in base64 that begin with 0x0004, got 3 bytes"
    assert not scene.asked


def test_an_answer_that_is_not_believed_is_written_all_the_same(scene: RelyingPartyScene) -> None:
    scene.answer = lambda _: b"<hello/>"
    assert refused(scene, scene.begin()) == "malformed: expected soap:Envelope, got hello"
    assert scene.journal("ArtifactResponse received") == [("ArtifactResponse received", {"xml": "<hello/>"})]


def test_an_answer_to_another_login_is_not_believed(scene: RelyingPartyScene) -> None:
    first, second = scene.begin(), scene.begin()
    scene.answer = identified(scene, first)
    told = f"InResponseTo of Response: expected '{second.request.id}', got '{first.request.id}'"
    assert refused(scene, second) == f"in_response_to: {told}"


def test_one_assertion_opens_one_session(scene: RelyingPartyScene) -> None:
    hub = replace(scene.hub, new_assertion_id=lambda: "_ID-1")
    first, second = scene.begin(), scene.begin()
    scene.answer = identified(scene, first, hub)
    assert scene.come_back(first).status_code == 200
    scene.party.logins.clear()
    scene.answer = identified(scene, second, hub)
    assert refused(scene, second) == "replayed: expected a new assertion, got '_ID-1' again"
    assert "_ID-1" in scene.world.state(OpenLogins).seen_assertions


def test_a_login_is_good_for_one_answer(scene: RelyingPartyScene) -> None:
    begun = scene.begin()
    assert scene.come_back(begun, "AAAA").status_code == 403
    assert scene.come_back(begun).status_code == 410


def test_a_login_ends_in_the_browser_in_which_it_began(scene: RelyingPartyScene) -> None:
    begun = scene.begin()
    scene.another_browser()
    assert scene.come_back(begun).status_code == 403
    assert scene.post("/saml/acs", RelayState="unknown").status_code == 404
    assert not scene.asked


@pytest.mark.parametrize(
    ("query", "target"), [("", "/"), ("?cel=", "/"), ("?cel=/a", "/a"), ("?cel=//evil.example", "/"), ("?cel=a", "/")]
)
def test_a_login_leads_to_a_path_of_its_own_site(scene: RelyingPartyScene, query: str, target: str) -> None:
    begun = scene.begin(query)
    scene.answer = identified(scene, begun)
    scene.come_back(begun)
    assert [target for _, target in scene.party.logins] == [target]


def test_every_tab_keeps_its_own_target(scene: RelyingPartyScene) -> None:
    first, second = scene.begin("?cel=/a"), scene.begin("?cel=/b")
    for begun in (second, first):
        scene.answer = identified(scene, begun)
        scene.come_back(begun)
    assert [target for _, target in scene.party.logins] == ["/b", "/a"]
