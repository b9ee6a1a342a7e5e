from dataclasses import replace
from datetime import timedelta

import pytest

from mock_server.saml import Level, SamlRefused, Status, StatusNotSuccess, outcomes
from mock_server.saml.artifact_response import build_artifact_response
from mock_server.saml.message import Header
from mock_server.saml.names import AUTHN_FAILED, REQUEST_DENIED, RESPONDER
from mock_server.saml.xml import Element
from tests.saml.scene import NOW, PATIENT, RESOLVE_ID, SamlScene, find, parsed

SECOND = timedelta(seconds=1)


def test_the_assertion_says_who_how_well_by_whom_and_how_long(scene: SamlScene) -> None:
    assertion = scene.read_response(scene.response_soap())
    assert assertion.id == assertion.session_index
    assert assertion.id.startswith("_ID-")
    assert (assertion.level, assertion.authenticating_authorities) == (Level.SUBSTANTIAL, ("pz.gov.pl",))
    assert (assertion.name_id, assertion.audience) == ("patient-1", scene.sp.issuer)
    assert (assertion.not_before, assertion.not_on_or_after) == (NOW, NOW + timedelta(minutes=50))


def test_the_confirmation_names_the_bearer_as_the_standard_does(scene: SamlScene) -> None:
    confirmation = find(parsed(scene.assertion()), "saml2:Subject/saml2:SubjectConfirmation")
    assert confirmation.get("Method") == "urn:oasis:names:tc:SAML:2.0:cm:bearer"


def test_a_higher_level_than_asked_is_enough(scene: SamlScene) -> None:
    assert scene.read_response(scene.response_soap(), minimum=Level.LOW).level is Level.SUBSTANTIAL


@pytest.mark.parametrize("moment", [-timedelta(seconds=60), timedelta(minutes=51) - SECOND])
def test_the_window_holds_up_to_its_last_second(scene: SamlScene, moment: timedelta) -> None:
    assert scene.read_response(scene.response_soap(), NOW + moment).subject == PATIENT


@pytest.mark.parametrize("moment", [-timedelta(seconds=61), timedelta(minutes=51)])
def test_the_window_is_shut_a_second_outside(scene: SamlScene, moment: timedelta) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.response_soap(), NOW + moment)
    assert refused.value.code == "outside_time"


def test_without_skew_the_window_is_exact(scene: SamlScene) -> None:
    exact = replace(scene, sp=replace(scene.sp, skew=timedelta()))
    assert exact.read_response(scene.response_soap(), NOW).subject == PATIENT
    with pytest.raises(SamlRefused):
        exact.read_response(scene.response_soap(), NOW - SECOND)
    with pytest.raises(SamlRefused):
        exact.read_response(scene.response_soap(), NOW + timedelta(minutes=50))


def test_a_failure_tells_its_codes_and_message(scene: SamlScene) -> None:
    status = Status((RESPONDER, AUTHN_FAILED, REQUEST_DENIED), "Użytkownik anulował")
    request = scene.read_request(scene.request_xml())
    soap = scene.hub.build_failure_response(scene.resolve(), request, status, now=NOW)
    assert soap.count(AUTHN_FAILED.encode()) == 2
    with pytest.raises(StatusNotSuccess) as refused:
        scene.read_response(soap)
    assert (refused.value.codes, refused.value.message) == (status.codes, status.message)


OUTCOMES = {name: status for name, status in vars(outcomes).items() if isinstance(status, Status)}


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_outcome_arrives_as_itself(scene: SamlScene, name: str) -> None:
    request = scene.read_request(scene.request_xml())
    soap = scene.hub.build_failure_response(scene.resolve(), request, OUTCOMES[name], now=NOW)
    with pytest.raises(StatusNotSuccess) as refused:
        scene.read_response(soap)
    assert Status(refused.value.codes, refused.value.message) == OUTCOMES[name]


def test_an_empty_answer_opens_no_session_and_says_why(scene: SamlScene) -> None:
    soap = scene.hub.build_empty_response(scene.resolve(), "artifact_used", now=NOW)
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(soap)
    told = "the artifact stands for nothing; the hub says 'artifact_used'"
    assert str(refused.value) == f"response_missing: {told}"


@pytest.mark.parametrize("where", ["", "saml2p:Response/"], ids=["outside", "inside"])
def test_a_failure_on_one_level_is_one_even_with_an_assertion(scene: SamlScene, where: str) -> None:
    def edit(message: Element) -> None:
        find(message, f"{where}saml2p:Status/saml2p:StatusCode").set("Value", RESPONDER)

    with pytest.raises(StatusNotSuccess) as refused:
        scene.read_response(scene.edited_response(edit))
    assert refused.value.codes == (RESPONDER,)


def test_a_success_without_an_assertion_is_malformed(scene: SamlScene) -> None:
    request = scene.read_request(scene.request_xml())
    soap = scene.hub.build_failure_response(scene.resolve(), request, Status(), now=NOW)
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(soap)
    assert refused.value.code == "malformed"


def test_a_plain_assertion_is_not_read(scene: SamlScene) -> None:
    def edit(message: Element) -> None:
        response = find(message, "saml2p:Response")
        response.replace(find(response, "saml2:EncryptedAssertion"), parsed(scene.assertion()))

    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.edited_response(edit))
    assert refused.value.code == "malformed"


def test_a_destination_that_is_ours_is_accepted(scene: SamlScene) -> None:
    soap = scene.edited_response(lambda message: find(message, "saml2p:Response").set("Destination", scene.sp.acs_url))
    assert scene.read_response(soap).subject == PATIENT


def test_the_same_attribute_twice_is_malformed(scene: SamlScene) -> None:
    assertion = scene.assertion().replace(b"/CurrentGivenName", b"/CurrentFamilyName")
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.soap_around(assertion))
    assert refused.value.code == "malformed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b">1902-07-08Z<", b">22.02.1987<"),
        (b">1902-07-08Z<", b">1987-22.02<"),
        (b">02070803628<", b">2070803628<"),
        (b"<saml2:Conditions", b"<saml2:Advice/><saml2:Conditions/><saml2:Conditions"),
        (b"saml2:AuthnStatement", b"saml2:AuthzStatement"),
        (b"saml2:Assertion", b"saml2:Evidence"),
    ],
)
def test_an_assertion_of_another_form_is_malformed_and_not_quoted(scene: SamlScene, old: bytes, new: bytes) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.soap_around(scene.assertion().replace(old, new)))
    assert refused.value.code == "malformed"
    assert "070803628" not in str(refused.value)
    assert "22.02" not in str(refused.value)


@pytest.mark.parametrize("zone", [b"", b"Z", b"+01:00"])
def test_a_date_may_have_any_zone(scene: SamlScene, zone: bytes) -> None:
    assertion = scene.assertion().replace(b"1902-07-08Z", b"1902-07-08" + zone)
    assert scene.read_response(scene.soap_around(assertion)).subject.birth_date.isoformat() == "1902-07-08"


@pytest.mark.parametrize(
    "soap",
    [
        b"<x/>",
        b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
        b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault/></s:Body></s:Envelope>',
    ],
)
def test_another_envelope_is_malformed(scene: SamlScene, soap: bytes) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(soap)
    assert refused.value.code == "malformed"


def test_the_answer_has_the_shape_of_the_real_one(scene: SamlScene) -> None:
    message = find(parsed(scene.response_soap()), "soap:Body/saml2p:ArtifactResponse")
    assert [child.tag.rpartition("}")[2] for child in message] == ["Issuer", "Signature", "Status", "Response"]
    assert message.get("Destination") is None
    prefixes = [element.get("PrefixList") for element in message.iter("{*}InclusiveNamespaces")]
    assert prefixes == ["ds saml2 saml2p xenc"] * 2
    encrypted_key = find(message, ".//xenc:EncryptedData/ds:KeyInfo/xenc:EncryptedKey")
    first_cipher_value = next(message.iter("{*}CipherValue"))
    assert first_cipher_value is find(encrypted_key, "xenc:CipherData/xenc:CipherValue")


def test_header_and_empty_answer_need_no_request(scene: SamlScene) -> None:
    header = Header("ID-1", scene.hub.issuer, NOW)
    assert RESOLVE_ID.encode() in build_artifact_response(header, RESOLVE_ID, Status(), None, scene.hub.keys)
