"""How SAML messages are written into the journal, and answered."""

import pytest
from starlette.responses import Response

from mock_server.saml import SamlRefused, build_fault
from mock_server.shared.wire import refuse_saml, send_saml, write_saml
from tests.relying_party.visiting import RelyingPartyScene

REFUSED = SamlRefused("issuer_unknown", "nobody knows it")


def told(answer: Response) -> tuple[int, bytes, str]:
    return answer.status_code, bytes(answer.body), answer.headers["content-type"]


def test_a_message_is_written_with_its_assertion(scene: RelyingPartyScene) -> None:
    write_saml(scene.visit(), "received", "ArtifactResponse", "<ą/>".encode(), b"<b/>")
    write_saml(scene.visit(), "sent", "AuthnRequest", b"<a/>")
    write_saml(scene.visit(), "sent", "AuthnRequest", b"<a/>", b"")
    assert scene.journal() == [
        ("ArtifactResponse received", {"xml": "<ą/>", "assertion": "<b/>"}),
        ("AuthnRequest sent", {"xml": "<a/>"}),
        ("AuthnRequest sent", {"xml": "<a/>"}),
    ]
    assert scene.world.journal.read()[0].site == "ikp"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_message_in_two_bytes_a_letter_hides_its_person_too(scene: RelyingPartyScene, encoding: str) -> None:
    xml = "<a><AttributeValue>Natasza</AttributeValue>44051401458</a>".encode(encoding)
    write_saml(scene.visit(), "received", "X", xml)
    (entry,) = scene.world.journal.read()
    assert not [word for word in ("Natasza", "44051401458") if word in entry.details["xml"].replace("\0", "")]


def test_of_a_long_message_64_kib_are_written_and_what_is_no_text_as_well(scene: RelyingPartyScene) -> None:
    write_saml(scene.visit(), "received", "X", b"a" * 65_535 + b"bc", b"\xff<")
    told = {"xml": "a" * 65_535 + "b… (1 characters more)", "assertion": "\ufffd<"}
    assert scene.journal() == [("X received", told)]


@pytest.mark.parametrize("status", [200, 500])
def test_an_answer_is_xml_and_written(scene: RelyingPartyScene, status: int) -> None:
    answer = send_saml(scene.visit(), "LogoutResponse", b"<a/>", b"<b/>", status=status)
    assert told(answer) == (status, b"<a/>", "text/xml; charset=utf-8")
    assert scene.journal() == [("LogoutResponse sent", {"xml": "<a/>", "assertion": "<b/>"})]


def test_an_answer_goes_well_unless_it_says_otherwise(scene: RelyingPartyScene) -> None:
    assert send_saml(scene.visit(), "LogoutResponse", b"<a/>").status_code == 200


def test_a_refusal_is_a_fault_and_written_twice(scene: RelyingPartyScene) -> None:
    fault = build_fault(REFUSED)
    assert told(refuse_saml(scene.visit(), "ArtifactResolve", REFUSED)) == (400, fault, "text/xml; charset=utf-8")
    assert scene.journal() == [
        ("ArtifactResolve refused", {"refusal": "issuer_unknown: nobody knows it"}),
        ("SOAP fault sent", {"xml": fault.decode()}),
    ]
