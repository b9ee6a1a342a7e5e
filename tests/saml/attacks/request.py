"""Attacks on the request."""

from mock_server.saml import RequestOptions
from mock_server.saml.authn_request import build_authn_request
from mock_server.saml.message import Header
from mock_server.saml.names import NAMESPACES, POST_BINDING
from mock_server.saml.node_profiles import INTEGRATION
from mock_server.saml.xml import Element
from tests.saml.attacks.registry import attack, set_on
from tests.saml.scene import ACS, HUB, NOW, SamlScene


@attack("acs_unregistered", "acs_is_registered")
def an_acs_that_only_begins_like_ours(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "AssertionConsumerServiceURL", f"{ACS}.evil.pl")))


@attack("acs_unregistered", "acs_url_of_index")
def an_index_that_is_nobodys(scene: SamlScene) -> object:
    def edit(message: Element) -> None:
        del message.attrib["AssertionConsumerServiceURL"]
        message.set("AssertionConsumerServiceIndex", "7")

    return scene.read_request(scene.edited_request(edit))


@attack("provider_name_missing", "provider_name_is_given")
def no_provider_name_on_integration(scene: SamlScene) -> object:
    header = Header("ID-1", scene.sp.issuer, NOW)
    xml = build_authn_request(header, f"{HUB}/sso", ACS, RequestOptions(), scene.sp.keys)
    return scene.with_node(INTEGRATION).read_request(xml)


@attack("binding", "binding_is_artifact")
def an_answer_by_post(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("", "ProtocolBinding", POST_BINDING)))


@attack("comparison", "comparison_is_minimum")
def an_exact_level(scene: SamlScene) -> object:
    return scene.read_request(scene.edited_request(set_on("saml2p:RequestedAuthnContext", "Comparison", "exact")))


@attack("attribute_unknown", "attributes_are_offered")
def an_attribute_nobody_offers(scene: SamlScene) -> object:
    gender = f"{NAMESPACES['naturalperson']}/Gender"
    path = "saml2p:Extensions/eidas:RequestedAttributes/eidas:RequestedAttribute"
    return scene.read_request(scene.edited_request(set_on(path, "Name", gender)))
