"""Logging out over the back channel, both ways."""

import pytest

from mock_server.saml import LogoutRequest, Status
from mock_server.saml.names import REQUEST_DENIED, RESPONDER
from mock_server.shared.federation import KnownProviders, service_provider_of
from mock_server.shared.relying_party.logout import log_out_at_hub
from mock_server.shared.relying_party.state import SeenLogouts
from mock_server.web.back_channel import SOAP_HEADERS
from tests.relying_party.visiting import RelyingPartyScene

OURS = "https://ikp.localhost/saml/logout"


def log_out(scene: RelyingPartyScene) -> bool:
    return scene.run(lambda visit: log_out_at_hub(visit, "a-name", "an-index"))


@pytest.mark.parametrize(("status", "ended"), [(Status(), True), (Status((RESPONDER, REQUEST_DENIED)), False)])
def test_the_hub_is_asked_to_end_one_session(scene: RelyingPartyScene, status: Status, ended: bool) -> None:
    heard: list[LogoutRequest] = []
    answers: list[bytes] = []

    def answer(soap: bytes) -> bytes:
        heard.append(scene.hub.read_logout_request(soap, KnownProviders(scene.visit()), now=scene.now))
        answers.append(scene.hub.build_logout_response(heard[0], now=scene.now, status=status))
        return answers[0]

    scene.answer = answer
    assert log_out(scene) is ended
    keys = scene.server.services.keyring.key_pair("ikp.pacjent.gov.pl")
    assert heard == [LogoutRequest(heard[0].id, "ikp.pacjent.gov.pl", "a-name", "an-index", (keys.certificate,))]
    [asked] = scene.asked
    assert (asked.world, asked.site, asked.path) == ("main", "login", "/login-services/singleLogoutService")
    assert asked.headers == SOAP_HEADERS
    refusals = [] if ended else ["status_not_success: the peer answered Responder / RequestDenied: nothing"]
    assert scene.journal() == [
        ("LogoutRequest sent", {"xml": asked.content.decode()}),
        ("LogoutResponse received", {"xml": answers[0].decode()}),
        *(("hub logout not confirmed", {"refusal": refusal}) for refusal in refusals),
    ]


def test_an_answer_that_cannot_be_read_confirms_nothing(scene: RelyingPartyScene) -> None:
    scene.answer = lambda _: b"<hello/>"
    assert log_out(scene) is False
    assert scene.journal()[1:] == [
        ("LogoutResponse received", {"xml": "<hello/>"}),
        ("hub logout not confirmed", {"refusal": "malformed: expected soap:Envelope, got hello"}),
    ]


def from_hub(scene: RelyingPartyScene, request_id: str = "ID-logout", destination: str = OURS) -> bytes:
    return scene.hub.build_logout_request(
        destination, "a-name", "an-index", to="ikp.pacjent.gov.pl", request_id=request_id, now=scene.now
    )


def test_the_hub_ends_a_session_here(scene: RelyingPartyScene) -> None:
    soap = from_hub(scene)
    answer = scene.post_soap("/saml/logout", soap)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    told = LogoutRequest("ID-logout", "symulator.login.gov.pl", "a-name", "an-index", (scene.hub.keys.certificate,))
    assert scene.party.logouts == [told]
    ours = service_provider_of(scene.visit(), "ikp").as_provider()
    scene.hub.read_logout_response(answer.content, ours, request_id="ID-logout")
    assert scene.journal()[:2] == [
        ("LogoutRequest received", {"xml": soap.decode()}),
        ("LogoutResponse sent", {"xml": answer.text}),
    ]


def test_one_request_ends_a_session_once(scene: RelyingPartyScene) -> None:
    assert scene.post_soap("/saml/logout", from_hub(scene)).status_code == 200
    assert scene.post_soap("/saml/logout", from_hub(scene, "ID-another")).status_code == 200
    again = scene.post_soap("/saml/logout", from_hub(scene))
    told = "replayed: expected a new ID, got 'ID-logout' again"
    assert (again.status_code, again.headers["content-type"]) == (400, "text/xml; charset=utf-8")
    assert f"<faultstring>{told}</faultstring>" in again.text
    assert [request.id for request in scene.party.logouts] == ["ID-logout", "ID-another"]
    assert len(scene.world.state(SeenLogouts)) == 2
    assert scene.journal("LogoutRequest refused") == [("LogoutRequest refused", {"refusal": told})]


def test_a_request_for_another_ends_nothing(scene: RelyingPartyScene) -> None:
    answer = scene.post_soap("/saml/logout", from_hub(scene, destination="https://mojeikp.localhost/saml/logout"))
    assert answer.status_code == 400
    assert not scene.party.logouts
    told = f"destination: Destination: expected '{OURS}', got 'https://mojeikp.localhost/saml/logout'"
    assert scene.journal("LogoutRequest refused") == [("LogoutRequest refused", {"refusal": told})]
