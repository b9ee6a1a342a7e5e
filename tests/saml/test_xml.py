import pytest

from mock_server.saml import SamlRefused
from mock_server.saml.xml import SIZE_LIMIT, parse
from tests.saml.scene import MALLORY, PATIENT, SamlScene

BILLION_LAUGHS = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("declaration", "reference"),
    [
        (b'<!DOCTYPE x [<!ENTITY e "lol">]>', b"&e;"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', b"&e;"),
        (BILLION_LAUGHS, b"&b;"),
    ],
    ids=["internal", "external", "billion laughs"],
)
def test_an_entity_is_refused(scene: SamlScene, declaration: bytes, reference: bytes) -> None:
    soap = scene.response_soap().replace(b"<soap:Header/>", b"<soap:Header>" + reference + b"</soap:Header>")
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(declaration + soap)
    assert refused.value.code == "document_type"


def test_a_document_may_be_as_long_as_the_limit_and_not_longer() -> None:
    longest = b"<a>" + b" " * (SIZE_LIMIT - 7) + b"</a>"
    assert parse(longest).tag == "a"
    with pytest.raises(SamlRefused) as refused:
        parse(longest + b" ")
    assert refused.value.code == "too_large"


def test_an_undeclared_entity_is_malformed(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_request(scene.request_xml().replace(b">public<", b">&public;<"))
    assert refused.value.code == "malformed"


def test_a_comment_cuts_nothing_off(scene: SamlScene) -> None:
    """C14N drops comments, so the signature still holds; the text must be read as one (CVE-2017-11427 and others)."""
    issuer = b"<saml2:Issuer>symulator.login.gov.pl</saml2:Issuer>"
    commented = issuer.replace(b"login.", b"<!-- x -->login.")
    soap = scene.response_soap()
    assert soap.count(issuer) == 2
    assert scene.read_response(soap.replace(issuer, commented)).subject == PATIENT


def test_a_comment_cannot_shorten_a_pesel(scene: SamlScene) -> None:
    assertion = scene.assertion(MALLORY).replace(b"90010112349", b"90010112349<!-- -->6")
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.soap_around(assertion))
    assert refused.value.code == "malformed"
    assert "90010112349" not in str(refused.value)


@pytest.mark.parametrize("inside", [b"<?pi?>", b"<x/>", b"<![CDATA[]]><x/>"])
def test_nothing_but_text_may_stand_in_a_value(scene: SamlScene, inside: bytes) -> None:
    assertion = scene.assertion(MALLORY).replace(b"90010112349", b"90010112349" + inside)
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(scene.soap_around(assertion))
    assert refused.value.code == "malformed"


@pytest.mark.parametrize("name", ["xpointer(/)", "1", "a b", ""])
def test_an_id_that_is_no_name_is_malformed(name: str) -> None:
    with pytest.raises(SamlRefused, match="xs:ID"):
        parse(f'<x ID="{name}"/>'.encode())


@pytest.mark.parametrize("xml", [b"", b"x", b"<x>", b"\xff\xfe<", b"<x>&#0;</x>"])
def test_what_is_not_xml_is_malformed(xml: bytes) -> None:
    with pytest.raises(SamlRefused) as refused:
        parse(xml)
    assert refused.value.code == "malformed"
