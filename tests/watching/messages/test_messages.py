"""The oracle of SAML messages: a good one has no complaint; with any field of it changed, that field is named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from lxml import etree

from e2e.watchers.messages.assertion import Asked, Login, assertion_complaints
from e2e.watchers.messages.encryption import Agreed, Unopened, opened, wrapping_complaints
from e2e.watchers.messages.fields import fields_of, named, parsed
from e2e.watchers.messages.logout import logout_request_complaints, logout_response_complaints
from e2e.watchers.messages.metadata import Services, metadata_complaints
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.requests import Sender, artifact_resolve_complaints, authn_request_complaints
from e2e.watchers.messages.responses import (
    CANCELLED,
    SUCCESS,
    Answering,
    empty_response_complaints,
    fault_complaints,
    response_complaints,
)
from e2e.watchers.messages.signature import signature_complaints
from e2e.watchers.messages.tables import ATTRIBUTES, NODES
from e2e.watchers.messages.wanted import Window
from mock_server.kernel.making import Recipe, make_person
from mock_server.saml import Level, RequestOptions, SamlRefused, Status, Subject
from mock_server.saml.assertion import Identification
from mock_server.saml.names import AUTHN_FAILED
from mock_server.saml.node_profiles import PRODUCTION
from mock_server.saml.soap import build_fault
from tests.saml.scene import HUB, NOW, make_scene

Complain = Callable[[etree._Element], Iterable[str]]
PERSON = make_person(Recipe(1), NOW)
AT = Window(NOW, NOW)
IDENTIFIED = NOW - timedelta(minutes=3)
RESOLVE_ID = "ID-00000000-0000-4000-8000-000000000001"
SCENE = make_scene()
HUB_ISSUER, SP_ISSUER = SCENE.hub.issuer, SCENE.sp.issuer
HUB_CERTIFICATE, SP_CERTIFICATE = SCENE.hub.keys.certificate.base64, SCENE.sp.keys.certificate.base64
NODE = NODES["symulator"]


@dataclass(frozen=True)
class Good:
    """A message as it should be, and who judges it."""

    xml: bytes
    complain: Complain


def sender(destination: str, issuer: str = SP_ISSUER, certificate: str = SP_CERTIFICATE) -> Sender:
    return Sender(issuer, certificate, destination, AT)


def good_messages() -> dict[str, Good]:
    hub, sp = SCENE.hub, SCENE.sp
    request_id = RESOLVE_ID.replace("1", "2")
    asking = sp.build_authn_request(RequestOptions(), request_id=request_id, now=NOW)
    request = hub.read_authn_request(asking, SCENE.providers, now=NOW)
    artifact = hub.new_artifact()
    question = sp.build_artifact_resolve(artifact, resolve_id=RESOLVE_ID, now=NOW)
    resolve = hub.read_artifact_resolve(question, SCENE.providers, now=NOW)
    subject = Subject(PERSON.given_name, PERSON.family_name, PERSON.birth_date, PERSON.pesel)
    identification = Identification(
        subject, Level.SUBSTANTIAL, ("mojeid.pl", "ing"), "a name that is long enough", IDENTIFIED
    )
    assertion = hub.build_assertion(hub.new_assertion_id(), request, identification, now=NOW)
    login = Login([PERSON], "substantial", ("mojeid.pl", "ing"), Window(IDENTIFIED, IDENTIFIED))
    asked = Asked(request_id, SP_ISSUER, sp.acs_url, tuple(ATTRIBUTES))
    by = Answering(HUB_ISSUER, HUB_CERTIFICATE, RESOLVE_ID, AT)
    leaving = sp.build_logout_request("a-name", "_ID-1", request_id=RESOLVE_ID, now=NOW)
    heard = hub.read_logout_request(leaving, SCENE.providers, now=NOW)
    refusal = SamlRefused("version", "expected 2.0, got 1.0")
    failure = hub.build_failure_response(resolve, request, Status((AUTHN_FAILED,), "cancelled"), now=NOW)
    return {
        "AuthnRequest": Good(
            asking,
            lambda xml: authn_request_complaints(
                xml, sender(hub.sso_urls[0]), name=sp.name, acs=sp.acs_url, force=True
            ),
        ),
        "ArtifactResolve": Good(
            question, lambda xml: artifact_resolve_complaints(xml, sender(hub.artifact_urls[0]), artifact)
        ),
        "success": Good(
            hub.build_response_with(assertion, resolve, request, now=NOW),
            lambda xml: response_complaints(xml, by, request_id, SUCCESS),
        ),
        "failure": Good(failure, lambda xml: response_complaints(xml, by, request_id, CANCELLED)),
        "empty": Good(
            hub.build_empty_response(resolve, "artifact_used", now=NOW), lambda xml: empty_response_complaints(xml, by)
        ),
        "assertion": Good(assertion, lambda xml: assertion_complaints("assertion", xml, HUB_ISSUER, asked, login, AT)),
        "LogoutRequest": Good(
            leaving,
            lambda xml: logout_request_complaints(
                xml, sender(hub.logout_urls[0]), name_id="a-name", session_index="_ID-1"
            ),
        ),
        "LogoutResponse": Good(
            hub.build_logout_response(heard, now=NOW),
            lambda xml: logout_response_complaints(xml, HUB_ISSUER, HUB_CERTIFICATE, RESOLVE_ID, AT, SUCCESS),
        ),
        "metadata": Good(
            hub.metadata(),
            lambda xml: metadata_complaints(
                xml, HUB_ISSUER, HUB_CERTIFICATE, Services(f"{HUB}/sso", f"{HUB}/artifact", f"{HUB}/logout")
            ),
        ),
        "fault": Good(build_fault(refusal), fault_complaints),
    }


MESSAGES = good_messages()
FIELDS = [(name, path) for name, good in MESSAGES.items() for path in fields_of(parsed(good.xml))]
FREE = ("@ID", "faultstring", "StatusMessage", "NameID")
"""What may hold other text of its form; ``NameID`` of an assertion alone."""
APART = ("ds:Signature", "saml2p:Response")
"""What is compared by itself, and named without what it stands in."""
BOUND = [(name, path) for name, path in FIELDS if not path.endswith(FREE)]


def numbered(fields: list[tuple[str, str]]) -> list[str]:
    return [f"{name}-{place}" for place, (name, _) in enumerate(fields)]


def at(root: etree._Element, path: str) -> etree._Element:
    """The element of a path of `fields_of`."""
    found = root
    for part in path.partition("@")[0].split("/")[1:]:
        name, _, number = part.rstrip("]").partition("[")
        found = [child for child in found if named(child.tag) == name][int(number or 1) - 1]
    return found


def changed(name: str, path: str, change: Callable[[str], str]) -> etree._Element:
    root = parsed(MESSAGES[name].xml)
    element, attribute = at(root, path), path.partition("@")[2]
    if attribute:
        (key,) = [key for key in element.attrib if named(key) == attribute]
        element.set(key, change(element.get(key, "")))
    else:
        element.text = change(element.text or "")
    return root


@pytest.mark.parametrize("name", MESSAGES)
def test_a_good_message_has_no_complaint(name: str) -> None:
    good = MESSAGES[name]
    assert list(good.complain(parsed(good.xml))) == []


@pytest.mark.parametrize(("name", "path"), FIELDS, ids=numbered(FIELDS))
def test_a_field_that_is_emptied_is_named(name: str, path: str) -> None:
    root = parsed(MESSAGES[name].xml)
    element, attribute = at(root, path), path.partition("@")[2]
    if attribute:
        (key,) = [key for key in element.attrib if named(key) == attribute]
        del element.attrib[key]
    elif (parent := element.getparent()) is not None:
        parent.remove(element)
    else:
        element.tag = "{urn:other}other"
    assert any(path.partition("@")[0] in complaint for complaint in MESSAGES[name].complain(root))


@pytest.mark.parametrize(("name", "path"), BOUND, ids=numbered(BOUND))
def test_a_field_that_says_something_else_is_named(name: str, path: str) -> None:
    root = changed(name, path, lambda text: f"{text}0")
    told = path.rpartition("/")[2] if path.endswith(APART) else path
    assert any(told in complaint for complaint in MESSAGES[name].complain(root))


@pytest.mark.parametrize("name", MESSAGES)
def test_a_part_that_should_not_be_there_is_named(name: str) -> None:
    root = parsed(MESSAGES[name].xml)
    etree.SubElement(root[-1], f"{{{NAMESPACES['saml2']}}}Advice")
    assert any("Advice should not be there" in complaint for complaint in MESSAGES[name].complain(root))


def test_parts_in_another_order_are_named() -> None:
    root = parsed(MESSAGES["assertion"].xml)
    root.append(root[0])
    assert any("another order" in complaint for complaint in MESSAGES["assertion"].complain(root))


def test_a_namespace_may_have_any_prefix() -> None:
    other = MESSAGES["assertion"].xml.replace(b"xmlns:naturalperson=", b"xmlns:np=").replace(b"naturalperson:", b"np:")
    assert list(MESSAGES["assertion"].complain(parsed(other))) == []


def test_a_type_of_another_namespace_is_named() -> None:
    other = MESSAGES["assertion"].xml.replace(b'"naturalperson:DateOfBirthType"', b'"xsi:DateOfBirthType"')
    assert any("@xsi:type" in complaint for complaint in MESSAGES["assertion"].complain(parsed(other)))


@pytest.mark.parametrize(
    "change",
    [
        lambda message: message.set("ID", "ID-00000000-0000-4000-8000-00000000000f"),
        lambda message: message.find("saml2:Issuer", NAMESPACES).set("Format", "x"),
        lambda message: message.remove(message.find("ds:Signature", NAMESPACES)),
    ],
    ids=["id", "content", "unsigned"],
)
def test_a_signature_holds_for_what_was_signed_alone(change: Callable[[etree._Element], None]) -> None:
    message = parsed(MESSAGES["AuthnRequest"].xml)
    assert list(signature_complaints("request", message, SP_CERTIFICATE)) == []
    change(message)
    assert list(signature_complaints("request", message, SP_CERTIFICATE)) != []


def test_a_signature_of_somebody_else_is_named() -> None:
    message = parsed(MESSAGES["AuthnRequest"].xml)
    assert any("X509Certificate" in one for one in signature_complaints("request", message, HUB_CERTIFICATE))


def encrypted_in(xml: bytes) -> etree._Element:
    found = parsed(xml).find(".//xenc:EncryptedData", NAMESPACES)
    assert found is not None
    return found


def test_what_was_encrypted_is_what_is_read() -> None:
    encrypted = encrypted_in(MESSAGES["success"].xml)
    agreed = Agreed(HUB_ISSUER, SP_ISSUER, NODE.content_key)
    assert list(wrapping_complaints("assertion", encrypted, agreed)) == []
    assert opened(encrypted, SCENE.sp._decryption_key(), agreed) == MESSAGES["assertion"].xml


@pytest.mark.parametrize("place", range(len(fields_of(encrypted_in(MESSAGES["success"].xml)))))
def test_an_encryption_with_a_field_gone_is_named(place: int) -> None:
    encrypted = encrypted_in(MESSAGES["success"].xml)
    path = list(fields_of(encrypted))[place]
    element, attribute = at(encrypted, path), path.partition("@")[2]
    if attribute:
        del element.attrib[attribute]
    else:
        element.tag = "{urn:other}other"
    agreed = Agreed(HUB_ISSUER, SP_ISSUER, NODE.content_key)
    assert any(path.partition("@")[0] in one for one in wrapping_complaints("assertion", encrypted, agreed))


def test_another_provider_opens_nothing() -> None:
    encrypted = encrypted_in(MESSAGES["success"].xml)
    other = SCENE.hub.keys.private_key
    with pytest.raises(Unopened):
        opened(encrypted, other, Agreed(HUB_ISSUER, SP_ISSUER, NODE.content_key))  # type: ignore[arg-type]


def test_a_content_key_of_another_length_than_the_nodes_is_named() -> None:
    quirky = SCENE.with_node(PRODUCTION)
    encrypted = encrypted_in(quirky.response_soap())
    with pytest.raises(Unopened, match="32 bytes, not 16"):
        opened(encrypted, SCENE.sp._decryption_key(), Agreed(HUB_ISSUER, SP_ISSUER, NODE.content_key))


@pytest.mark.parametrize("moved", [-timedelta(milliseconds=1), timedelta(milliseconds=1)], ids=["early", "late"])
@pytest.mark.parametrize("name", ["IssueInstant", "AuthnInstant"])
def test_an_instant_is_right_to_the_millisecond(name: str, moved: timedelta) -> None:
    xml, instant = MESSAGES["assertion"].xml, NOW if name == "IssueInstant" else IDENTIFIED
    other = (instant + moved).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    here = f'{name}="{instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")}"'
    assert here.encode() in xml
    wrong = MESSAGES["assertion"].complain(parsed(xml.replace(here.encode(), f'{name}="{other}"'.encode())))
    assert any(name in one for one in wrong)
