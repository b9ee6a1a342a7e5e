"""Metadata as real products write and people save it: registered, or refused with the reason."""

import codecs
from base64 import encodebytes
from collections.abc import Callable
from dataclasses import replace

import pytest

from mock_server.saml import Certificate, KeyPair, Provider, SamlRefused, read_provider_metadata
from mock_server.saml.metadata import build_provider_metadata
from tests.saml.scene import SamlScene, keys_of

NAME = "Zażółć gęślą jaźń"
MD, DS = "urn:oasis:names:tc:SAML:2.0:metadata", "http://www.w3.org/2000/09/xmldsig#"
BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings"


@pytest.fixture
def text(scene: SamlScene) -> str:
    """A document without a declaration."""
    provider = replace(scene.sp.as_provider(), name=NAME)
    return build_provider_metadata(provider, scene.sp.keys).decode()


def declared(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n'


@pytest.mark.parametrize(
    ("declaration", "saved_in"),
    [
        ("", "utf-8"),
        (declared("utf-8"), "utf-8"),
        (declared("UTF-8"), "utf-8-sig"),
        (declared("utf-16"), "utf-16"),
        (declared("utf-16"), "utf-16-le"),
        (declared("utf-16"), "utf-16-be"),
        (declared("utf-16"), "utf-8"),
        (declared("ISO-8859-2"), "iso-8859-2"),
        (declared("windows-1250"), "windows-1250"),
        ("\n" + declared("utf-8"), "utf-8"),
        ("\r\n  " + declared("ISO-8859-2"), "iso-8859-2"),
    ],
)
def test_bytes_say_their_own_encoding(text: str, declaration: str, saved_in: str) -> None:
    assert read_provider_metadata((declaration + text).encode(saved_in)).name == NAME


def test_a_byte_order_mark_and_big_endian(text: str) -> None:
    document = codecs.BOM_UTF16_BE + (declared("utf-16") + text).encode("utf-16-be")
    assert read_provider_metadata(document).name == NAME


@pytest.mark.parametrize(
    ("encoding", "content"),
    [("utf-7", b"<a>+2AA-</a>"), ("punycode", b"<a>aaaaaaaaaa-aaaa</a>"), ("unicode_escape", b"<a>\\ud800</a>")],
)
def test_no_document_chooses_one_of_pythons_codecs(encoding: str, content: bytes) -> None:
    with pytest.raises(SamlRefused, match="no encoding of XML"):
        read_provider_metadata(declared(encoding).encode() + content)


def test_half_of_a_character_is_refused() -> None:
    with pytest.raises(SamlRefused, match="half of a character"):
        read_provider_metadata("<a>\ud800</a>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "ISO-8859-2", "windows-1250", "x-nobody-knows"])
@pytest.mark.parametrize("before", ["", "\n", "\ufeff"], ids=["nothing", "newline", "mark"])
def test_text_is_text_whatever_it_declares(text: str, encoding: str, before: str) -> None:
    assert read_provider_metadata(before + declared(encoding) + text).name == NAME


@pytest.mark.parametrize(
    "document",
    [declared("x-nobody-knows").encode(), declared("utf-8").encode() + b"<a>\xb1</a>", declared("hex").encode()],
    ids=["unknown", "not in it", "no text"],
)
def test_bytes_that_are_not_what_they_say_are_refused_with_what_to_do(document: bytes) -> None:
    with pytest.raises(SamlRefused, match="save it in UTF-8") as refused:
        read_provider_metadata(document)
    assert refused.value.code == "malformed"


# what stands around and inside


def entities(*content: str) -> str:
    return f'<md:EntitiesDescriptor xmlns:md="{MD}">{"".join(content)}</md:EntitiesDescriptor>'


def test_one_entity_may_stand_in_a_list(text: str) -> None:
    assert read_provider_metadata(entities(text)).name == NAME
    assert read_provider_metadata(entities(entities(text))).name == NAME


def test_of_two_entities_nobody_chooses(text: str, scene: SamlScene) -> None:
    other = f'<md:EntityDescriptor xmlns:md="{MD}" entityID="https://other.example"/>'
    with pytest.raises(SamlRefused) as refused:
        read_provider_metadata(entities(text, other))
    assert scene.sp.issuer in refused.value.detail
    assert "https://other.example" in refused.value.detail
    with pytest.raises(SamlRefused, match="got 0"):
        read_provider_metadata(entities())


def key(content: str, use: str = "") -> str:
    marked = f' use="{use}"' if use else ""
    return f'<md:KeyDescriptor{marked}><ds:KeyInfo xmlns:ds="{DS}">{content}</ds:KeyInfo></md:KeyDescriptor>'


def certified(certificate: Certificate) -> str:
    """As products write it: a name, and the certificate in lines."""
    lines = encodebytes(certificate.der).decode()
    data = f"<ds:X509SubjectName>CN=sp</ds:X509SubjectName><ds:X509Certificate>{lines}</ds:X509Certificate>"
    return f"<ds:KeyName>sp</ds:KeyName><ds:X509Data>{data}</ds:X509Data>"


@pytest.mark.parametrize(
    "bare",
    [
        "<ds:KeyName>sp</ds:KeyName>",
        "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus></ds:RSAKeyValue></ds:KeyValue>",
        "<ds:X509Data><ds:X509SubjectName>CN=sp</ds:X509SubjectName></ds:X509Data>",
    ],
    ids=["name", "value", "subject"],
)
def test_a_key_without_a_certificate_beside_a_good_one_is_passed_over(text: str, scene: SamlScene, bare: str) -> None:
    begin, role, rest = text.partition('<md:KeyDescriptor use="signing">')
    assert read_provider_metadata(begin + key(bare) + role + rest).signing_certificates == (scene.sp.keys.certificate,)


def test_pem_lines_inside_a_certificate_are_read(text: str, scene: SamlScene) -> None:
    certificate = scene.sp.keys.certificate
    assert read_provider_metadata(text.replace(certificate.base64, f"\n{certificate.pem}\n")).signing_certificates == (
        certificate,
    )


# whole products


def shibboleth(keys: KeyPair) -> str:
    """In the style of Shibboleth SP's generated metadata."""
    services = "".join(
        f'<md:AssertionConsumerService Binding="{BINDINGS}:{binding}" Location="https://sp.example/Shibboleth.sso/'
        f'SAML2/{place}" index="{index}"/>'
        for index, (binding, place) in enumerate(
            [("HTTP-POST", "POST"), ("HTTP-POST-SimpleSign", "POST-SimpleSign"), ("HTTP-Artifact", "Artifact"),
             ("PAOS", "ECP")], 1,
        )
    )  # fmt: skip
    return f"""<!--
This is example metadata only. Do *NOT* supply it as is without review.
-->
<md:EntityDescriptor xmlns:md="{MD}" ID="_0c1f" entityID="https://sp.example/shibboleth">
  <md:Extensions xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport">
    <alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
  </md:Extensions>
  <md:SPSSODescriptor
    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol urn:oasis:names:tc:SAML:1.1:protocol">
    <md:Extensions>
      <init:RequestInitiator xmlns:init="urn:oasis:names:tc:SAML:profiles:SSO:request-init"
        Binding="urn:oasis:names:tc:SAML:profiles:SSO:request-init" Location="https://sp.example/Shibboleth.sso/Login"/>
    </md:Extensions>
    {key(certified(keys.certificate))}
    <md:ArtifactResolutionService Binding="{BINDINGS}:SOAP" Location="https://sp.example/Artifact/SOAP" index="1"/>
    <md:SingleLogoutService Binding="{BINDINGS}:HTTP-Redirect" Location="https://sp.example/SLO/Redirect"/>
    <md:SingleLogoutService Binding="{BINDINGS}:SOAP" Location="https://sp.example/Shibboleth.sso/SLO/SOAP"/>
    {services}
  </md:SPSSODescriptor>
</md:EntityDescriptor>
"""


def mellon(keys: KeyPair) -> str:
    """In the style of mod_auth_mellon's generated metadata."""
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<EntityDescriptor entityID="https://sp.example/mellon" xmlns="{MD}">
  <SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    {key(certified(keys.certificate), "signing").replace("md:", "")}
    {key(certified(keys.certificate), "encryption").replace("md:", "")}
    <SingleLogoutService Binding="{BINDINGS}:SOAP" Location="https://sp.example/mellon/logout"/>
    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>
    <AssertionConsumerService index="0" isDefault="true" Binding="{BINDINGS}:HTTP-POST"
      Location="https://sp.example/mellon/postResponse"/>
    <AssertionConsumerService index="1" Binding="{BINDINGS}:HTTP-Artifact"
      Location="https://sp.example/mellon/artifactResponse"/>
  </SPSSODescriptor>
</EntityDescriptor>
"""


@pytest.mark.parametrize(
    ("product", "acs"),
    [
        (shibboleth, {"3": "https://sp.example/Shibboleth.sso/SAML2/Artifact"}),
        (mellon, {"1": "https://sp.example/mellon/artifactResponse"}),
    ],
)
def test_a_product_with_a_p256_key_registers(product: Callable[[KeyPair], str], acs: dict[str, str]) -> None:
    keys = keys_of("product")
    provider: Provider = read_provider_metadata(product(keys).encode())
    assert (provider.acs_by_index, provider.signing_certificates) == (acs, (keys.certificate,))
    assert provider.encryption_target() == keys.certificate
    assert provider.logout_url


@pytest.mark.parametrize("product", [shibboleth, mellon])
def test_a_product_with_rsa_keys_alone_is_told_what_it_lacks(
    product: Callable[[KeyPair], str], rsa_keys: KeyPair
) -> None:
    with pytest.raises(SamlRefused, match="no P-256 certificate to encrypt to") as refused:
        read_provider_metadata(product(rsa_keys).encode())
    assert refused.value.code == "encryption_key_missing"
