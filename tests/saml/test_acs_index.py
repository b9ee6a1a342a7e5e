"""Where the answer goes when a request names its address by index, or not at all."""

from dataclasses import replace

import pytest
from lxml import etree

from mock_server.saml import Provider, SamlRefused, read_provider_metadata
from mock_server.saml.xml import Element
from tests.saml.scene import NOW, Edit, SamlScene

ARTIFACT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"


def naming(index: str | None) -> Edit:
    def edit(message: Element) -> None:
        del message.attrib["AssertionConsumerServiceURL"]
        if index is not None:
            message.set("AssertionConsumerServiceIndex", index)

    return edit


def registered(scene: SamlScene, *services: str) -> Provider:
    """The provider whose metadata has these assertion consumer services."""
    xml = etree.fromstring(scene.sp.metadata())
    (ours,) = xml.iter("{*}AssertionConsumerService")
    role = ours.getparent()
    assert role is not None
    for service in services:
        role.append(etree.fromstring(f'<a:AssertionConsumerService xmlns:a="{role.nsmap["md"]}" {service}/>'))
    role.remove(ours)
    return read_provider_metadata(etree.tostring(xml))


def acs(index: int, place: str, binding: str = ARTIFACT, default: str = "") -> str:
    marked = f'isDefault="{default}"' if default else ""
    return f'Binding="{binding}" Location="https://ikp.example/{place}" index="{index}" {marked}'


def answered_at(scene: SamlScene, provider: Provider, index: str | None) -> str:
    xml = scene.edited_request(naming(index))
    return scene.hub.read_authn_request(xml, {provider.issuer: provider}, now=NOW).acs_url.rpartition("/")[2]


@pytest.mark.parametrize(("index", "place"), [("1", "a"), ("5", "b"), ("9", "c"), ("0005", "b"), (" +9 ", "c")])
def test_an_index_leads_to_its_address(scene: SamlScene, index: str, place: str) -> None:
    provider = registered(scene, acs(5, "b"), acs(1, "a"), acs(9, "c", default="true"))
    assert answered_at(scene, provider, index) == place


@pytest.mark.parametrize("index", ["0", "2", "6", "", "one"], ids=lambda index: index or "empty")
def test_an_index_that_leads_nowhere_is_refused(scene: SamlScene, index: str) -> None:
    provider = registered(scene, acs(5, "b"), acs(1, "a"), acs(2, "post", POST))
    with pytest.raises(SamlRefused) as refused:
        answered_at(scene, provider, index)
    assert refused.value.code == "acs_unregistered"


@pytest.mark.parametrize(
    ("services", "place"),
    [
        ([acs(0, "a"), acs(1, "b", default="true")], "b"),
        ([acs(0, "a"), acs(1, "b", default="1")], "b"),
        ([acs(0, "a", default="false"), acs(1, "b")], "b"),
        ([acs(0, "a", default="false"), acs(1, "b", default="0")], "a"),
        ([acs(0, "post", POST, default="true"), acs(1, "b")], "b"),
        ([acs(7, "a"), acs(1, "b")], "a"),
    ],
    ids=["marked", "marked by 1", "unmarked before marked false", "all false", "another binding's", "the first"],
)
def test_without_an_address_the_default_is_answered(scene: SamlScene, services: list[str], place: str) -> None:
    assert answered_at(scene, registered(scene, *services), None) == place


def test_without_metadata_the_places_count_from_0(scene: SamlScene) -> None:
    provider = replace(scene.sp.as_provider(), acs_urls=("https://ikp.example/a", "https://ikp.example/b"))
    assert answered_at(scene, provider, "1") == "b"


def test_a_request_that_names_an_address_and_an_index_contradicts_itself(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_request(scene.edited_request(lambda message: message.set("AssertionConsumerServiceIndex", "0")))
    assert refused.value.code == "malformed"


def test_two_addresses_of_one_index_are_refused(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        registered(scene, acs(1, "a"), acs(1, "b"))
    assert refused.value.code == "malformed"


def test_a_provider_that_takes_no_artifacts_is_refused_at_once(scene: SamlScene) -> None:
    with pytest.raises(SamlRefused) as refused:
        registered(scene, acs(0, "post", POST))
    assert refused.value.code == "metadata_incomplete"
    assert "HTTP-POST" in refused.value.detail
