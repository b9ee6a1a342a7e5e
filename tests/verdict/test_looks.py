"""What is looked at besides the answers: one defect each, and one look tells it."""

from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from examples.provider.config import Provider, key_and_certificate
from mock_server.check.answers import ANSWERS
from mock_server.verdict.judging.verdict import Verdict
from mock_server.verdict.looks import crowd, metadata, request, resolving
from mock_server.verdict.looks.chance import bits
from mock_server.verdict.looks.look import Look, Sign, has_each
from mock_server.verdict.visitor.asked import Asked, read_asked
from mock_server.verdict.visitor.fetching import Answered
from mock_server.verdict.visitor.page import Form, Page

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
HUB = "https://login.gov.pl/login/SingleSignOnService"
GOOD = """<p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion"
 xmlns:d="http://www.w3.org/2000/09/xmldsig#" xmlns:e="http://eidas.europa.eu/saml-extensions" ID="{id}"
 IssueInstant="2026-11-28T12:00:10Z" Destination="https://login.gov.pl/login/SingleSignOnService" ForceAuthn="true"
 IsPassive="false" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" ProviderName="S"
 AssertionConsumerServiceURL="https://s/acs"><a:Issuer>s</a:Issuer><d:Signature><d:SignedInfo>
 <d:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
 <d:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>
 <d:Reference><d:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/></d:Reference>
 </d:SignedInfo></d:Signature><p:Extensions><e:SPType>public</e:SPType><e:RequestedAttributes>
 <e:RequestedAttribute/><e:RequestedAttribute/><e:RequestedAttribute/><e:RequestedAttribute/></e:RequestedAttributes>
 </p:Extensions><p:NameIDPolicy/><p:RequestedAuthnContext Comparison="minimum">
 <a:AuthnContextClassRef>http://eidas.europa.eu/LoA/high</a:AuthnContextClassRef></p:RequestedAuthnContext>
 </p:AuthnRequest>"""


def asked(change: tuple[str, str] = ("", ""), **form: str) -> Asked:
    xml = GOOD.format(id=f"ID-{uuid4()}").replace(*change)
    fields = {"SAMLRequest": b64encode(xml.encode()).decode(), "RelayState": uuid4().hex} | form
    page = Page(Answered("https://s/", 200, (("cache-control", "no-store"),), b""))
    return read_asked(Form("POST", HUB, tuple(fields.items()), "Dalej"), page)


def bad(looks: list[Look]) -> set[str]:
    return {one.id for one in looks if one.sign is not Sign.GOOD}


def test_a_good_request_is_good_and_read_right() -> None:
    one = asked()
    assert bad(request.looks_of([asked() for _ in range(20)], NOW)) == set()
    assert (one.level, one.issuer) == ("high", "s")


DEFECTS = {
    "request.algorithms": ("ecdsa-sha256", "ecdsa-sha1"),
    "request.signature_place": ("<d:Signature>", "<a:Before/><d:Signature>"),
    "request.issue_instant": ("12:00:10Z", "13:00:10Z"),
    "request.destination": ('Destination="https://login', 'Destination="https://int.login'),
    "request.acs": ("https://s/acs", "http://s/acs"),
    "request.protocol_binding": ("HTTP-Artifact", "HTTP-POST"),
    "request.force_authn": ('ForceAuthn="true"', ""),
    "request.is_passive": ('IsPassive="false"', 'IsPassive="true"'),
    "request.provider_name": ('ProviderName="S"', ""),
    "request.name_id_policy": ("<p:NameIDPolicy/>", ""),
    "request.level": ('Comparison="minimum"', 'Comparison="exact"'),
    "request.sp_type": ("public", "other"),
    "request.attributes": ("<e:RequestedAttribute/><e", "<e"),
}


@pytest.mark.parametrize("look", DEFECTS)
def test_a_defect_of_a_request_is_told_by_its_look_alone(look: str) -> None:
    assert bad(request.looks_of([asked(DEFECTS[look]) for _ in range(20)], NOW)) == {look}


@pytest.mark.parametrize(
    ("relay", "looks"),
    [
        ("same", {"request.relay_state"}),
        ("https://s/after-login", {"request.relay_state", "request.relay_state_target"}),
        ("x" * 81, {"request.relay_state", "request.relay_state_length"}),
    ],
    ids=["same", "target", "long"],
)
def test_a_relay_state_that_is_no_secret_is_told(relay: str, looks: set[str]) -> None:
    assert bad(request.looks_of([asked(RelayState=relay) for _ in range(20)], NOW)) == looks


def test_chance_counts_what_differs() -> None:
    assert bits([f"ID-{uuid4()}" for _ in range(5)]) == 122
    assert bits(["a" * 64] * 2) == 0
    assert bits([f"{'f' * 60}{number}" for number in range(10, 30)]) < 20
    assert bits([]) == 0


def document(provider: Provider, change: tuple[str, str] = ("", "")) -> bytes:
    pem = "".join(provider.certificate.splitlines()[1:-1])
    return f"""<m:EntityDescriptor xmlns:m="urn:oasis:names:tc:SAML:2.0:metadata" entityID="s"
    validUntil="2027-01-01T00:00:00Z">
    <m:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <m:KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
    <X509Certificate>{pem}</X509Certificate></X509Data></KeyInfo></m:KeyDescriptor><m:AssertionConsumerService
    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="https://s/acs" index="0"/>
    </m:SPSSODescriptor></m:EntityDescriptor>""".replace(*change).encode()


METADATA = {
    "metadata.use": (' use="signing"', ""),
    "metadata.https": ("https://s/acs", "http://s/acs"),
    "metadata.no_post": ("HTTP-Artifact", "HTTP-POST"),
    "metadata.valid_until": ("2027-01-01", "2020-01-01"),
}


@pytest.fixture
def provider(tmp_path_factory: pytest.TempPathFactory) -> Provider:
    key, certificate = key_and_certificate(tmp_path_factory.mktemp("keys"), "s")
    return Provider("s", "S", "https://s/acs", "https://s/logout", certificate, key)


def test_good_metadata_are_good_though_nobody_signed_them(provider: Provider) -> None:
    assert bad(metadata.looks_of(document(provider))) == {"metadata.signature"}


@pytest.mark.parametrize("look", METADATA)
def test_a_defect_of_metadata_is_told_by_its_look_alone(look: str, provider: Provider) -> None:
    assert bad(metadata.looks_of(document(provider, METADATA[look]))) == {look, "metadata.signature"}


def test_certificates_that_are_over_are_told(provider: Provider) -> None:
    assert bad(metadata.looks_of(document(provider), datetime(2036, 1, 1, tzinfo=UTC))) >= {"metadata.certificates"}


@pytest.mark.parametrize("junk", [b"", b"<", b"<a/>", b"\xff\xfe"], ids=["empty", "cut", "other", "bytes"])
def test_metadata_that_are_none_are_told(junk: bytes) -> None:
    assert bad(metadata.looks_of(junk))


def resolve(id_: str, signature: str = '<d:Signature xmlns:d="http://www.w3.org/2000/09/xmldsig#"/>') -> str:
    return f"""<p:ArtifactResolve xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="{id_}"><a:Issuer
    xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion">s</a:Issuer>{signature}</p:ArtifactResolve>"""


def test_questions_for_artifacts_are_looked_at() -> None:
    assert bad(resolving.looks_of([resolve("a"), resolve("b"), "<", ""], "s")) == set()
    assert bad(resolving.looks_of([resolve("a"), resolve("a")], "s")) == {"resolve.id"}
    assert bad(resolving.looks_of([resolve("a", "")], "s")) == {"resolve.signed"}


def times(id_: str, *signs: Sign) -> list[list[Look]]:
    return [[Look(id_, sign, "told")] for sign in signs]


@pytest.mark.parametrize(
    ("told", "sign"),
    [
        (times("crowd.all_in", Sign.GOOD), Sign.GOOD),
        (times("crowd.all_in", Sign.BAD, Sign.GOOD, Sign.GOOD), Sign.ADVICE),
        (times("crowd.all_in", Sign.BAD, Sign.GOOD, Sign.BAD), Sign.BAD),
        (times("crowd.crossed", Sign.BAD, Sign.GOOD, Sign.GOOD), Sign.BAD),
    ],
    ids=["good", "once", "mostly", "crossed"],
)
def test_a_crowd_is_looked_at_again(told: list[list[Look]], sign: Sign) -> None:
    (look,) = crowd.agreed(told)
    assert look.sign is sign


def test_a_bad_look_makes_a_bad_verdict() -> None:
    make: Callable[[Sign], Verdict] = lambda sign: Verdict(ANSWERS, looks=[Look("x", sign, "told")])  # noqa: E731
    assert [make(sign).exit_code for sign in (Sign.GOOD, Sign.ADVICE, Sign.UNSEEN, Sign.BAD)] == [0, 0, 0, 1]


def test_what_is_there_and_what_is_lacking_are_told_apart() -> None:
    said = {"lock": (True, "a lock", Sign.BAD), "key": (False, "a key", Sign.ADVICE)}
    assert has_each("page", "the page", said, {"key": "nobody opens it"}, "it helps", "ASVS") == [
        Look("page.lock", Sign.GOOD, "the page has a lock", "it helps", "ASVS"),
        Look("page.key", Sign.ADVICE, "the page lacks a key", "nobody opens it", "ASVS"),
    ]
