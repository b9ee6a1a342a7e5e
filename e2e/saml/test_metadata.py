"""The metadata that a provider hands in: read however the file is saved, or refused with the reason."""

import codecs

import pytest

from e2e.saml.asking import SECOND_ACS
from fixtures.people import Person
from fixtures.provider import Provider
from fixtures.world import ControlFailed, WorldControl

pytestmark = pytest.mark.unwatched("messages", reason="a provider that was registered by metadata is its subject")

BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings"
FIRST_ACS = "https://provider.example/acs"
METADATA = f"""<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://provider.example">
<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
<md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>{{key}}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
<md:AssertionConsumerService Binding="{BINDINGS}:HTTP-Artifact"
 Location="{FIRST_ACS}" index="0" {{first}}/>
<md:AssertionConsumerService Binding="{BINDINGS}:HTTP-Artifact"
 Location="{SECOND_ACS}" index="1" {{second}}/>
</md:SPSSODescriptor></md:EntityDescriptor>"""
"""Of a provider with two addresses; which is the default, saml-metadata 2.2.3 tells."""
SAVED = {
    "utf-8": b"",
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
"""The mark with which a file in each encoding begins."""


def metadata_of(provider: Provider, first: str = "", second: str = "") -> str:
    """The metadata of a provider, with these attributes at its two addresses."""
    return METADATA.format(first=first, second=second, key=provider.saml.keys.certificate.base64)


@pytest.mark.behaviour("redirect.acs_index")
@pytest.mark.parametrize(
    ("first", "second", "address"),
    [("", 'isDefault="true"', SECOND_ACS), ('isDefault="false"', "", SECOND_ACS), ("", "", FIRST_ACS)],
)
def test_a_request_that_names_no_address_is_answered_at_the_default_of_the_metadata(
    provider: Provider, world: WorldControl, person: Person, first: str, second: str, address: str
) -> None:
    world.register_metadata(metadata_of(provider, first, second))
    world.expect_login(person)
    assert f'action="{address}"' in provider.send(provider.ask_at(None)).text


@pytest.mark.behaviour("redirect.acs_index")
@pytest.mark.parametrize("encoding", SAVED)
def test_a_file_is_read_in_the_encoding_that_its_first_bytes_tell(
    provider: Provider, world: WorldControl, person: Person, encoding: str
) -> None:
    text = metadata_of(provider)
    world.register_metadata(SAVED[encoding] + text.encode(encoding.removesuffix("-sig")))
    world.expect_login(person)
    assert f'action="{FIRST_ACS}"' in provider.send(provider.ask_at(None)).text


@pytest.mark.behaviour("saml.metadata")
def test_a_logout_is_told_where_the_metadata_take_it_by_soap(provider: Provider, world: WorldControl) -> None:
    told = "".join(
        f'<md:SingleLogoutService Binding="{BINDINGS}:{binding}" Location="{FIRST_ACS}/{binding}"/>'
        for binding in ("HTTP-Redirect", "SOAP", "HTTP-POST")
    )
    metadata = metadata_of(provider).replace("<md:AssertionConsumerService", f"{told}<md:AssertionConsumerService", 1)
    assert world.register_metadata(metadata).logout_url == f"{FIRST_ACS}/SOAP"


@pytest.mark.behaviour("saml.xml")
def test_a_whole_federation_is_refused_with_the_names_of_who_is_in_it(provider: Provider, world: WorldControl) -> None:
    one = metadata_of(provider)
    others = "".join(one.replace("https://provider.example", name) for name in ("https://one.pl", "https://two.pl"))
    federation = (
        f'<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">{others}</md:EntitiesDescriptor>'
    )
    with pytest.raises(ControlFailed, match=r"got 2 \(.*https://one\.pl, https://two\.pl.*\): hand in yours alone"):
        world.register_metadata(federation)
