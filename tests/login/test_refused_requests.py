"""What the hub tells an integrator whose request came in another shape: what it wants instead."""

import zlib
from base64 import b64encode

import httpx
import pytest
from lxml import etree, html

from fixtures.by_hand import ByHand
from fixtures.provider import Provider, form_of
from mock_server.saml.names import NAMESPACES


def deflated(xml: bytes, wbits: int = -15) -> str:
    return b64encode(zlib.compress(xml, wbits=wbits)).decode()


def told(answer: httpx.Response) -> str:
    page: html.HtmlElement = html.document_fromstring(answer.text)
    (refusal,) = page.xpath("//*[@data-testid='saml-refusal']")
    return str(refusal.text_content())


def posted(by_hand: ByHand, provider: Provider, **form: str) -> httpx.Response:
    return by_hand.send(by_hand.write("POST", provider.saml.hub.sso_url, form=form))


@pytest.mark.parametrize("query", ["", "?SAMLRequest=fVLLTsMw"], ids=["looked at", "HTTP-Redirect"])
def test_a_get_is_told_that_post_is_the_only_binding(by_hand: ByHand, provider: Provider, query: str) -> None:
    answer = by_hand.send(by_hand.write("GET", provider.saml.hub.sso_url + query))
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert told(answer).startswith("binding:")
    assert "HTTP-POST only" in told(answer)


def test_a_form_without_a_request_is_told_which_field_and_which_came(by_hand: ByHand, provider: Provider) -> None:
    answer = posted(by_hand, provider, samlRequest="PGE+", RelayState="x")
    assert answer.status_code == 400
    assert told(answer).startswith("request_missing:")
    assert "RelayState, samlRequest" in told(answer)


@pytest.mark.parametrize("wbits", [-15, 15], ids=["bare", "with zlib's header"])
def test_a_deflated_request_is_known_for_what_it_is(by_hand: ByHand, provider: Provider, wbits: int) -> None:
    answer = posted(by_hand, provider, SAMLRequest=deflated(b"\n" + provider.ask(), wbits))
    assert answer.status_code == 400
    assert told(answer).startswith("binding:")
    assert "DEFLATEd" in told(answer)


@pytest.mark.parametrize(
    "noise", [b"", b"no XML", bytes(range(256)), b"\x03\x00"], ids=["none", "text", "bytes", "empty"]
)
def test_noise_is_not_taken_for_deflated(by_hand: ByHand, provider: Provider, noise: bytes) -> None:
    for field in (b64encode(noise).decode(), deflated(noise)):
        assert told(posted(by_hand, provider, SAMLRequest=field)).startswith("malformed:")


@pytest.mark.parametrize("service", ["artifact_url", "logout_url"])
def test_soap_1_2_is_named(provider: Provider, service: str) -> None:
    soap = provider.saml.build_logout_request("a", "b", request_id="ID-1", now=provider.world.now())
    newer = soap.replace(NAMESPACES["soap"].encode(), b"http://www.w3.org/2003/05/soap-envelope")
    answer = provider.post_soap(getattr(provider.saml.hub, service), newer)
    fault = etree.fromstring(answer.content)
    assert fault.findtext(".//faultcode") == "soap:VersionMismatch"
    assert "SOAP 1.2" in (fault.findtext(".//faultstring") or "")


@pytest.mark.parametrize(("sent", "back"), [({}, None), ({"RelayState": ""}, ""), ({"RelayState": "abc"}, "abc")])
def test_relay_state_comes_back_as_it_came_or_not_at_all(
    by_hand: ByHand, provider: Provider, sent: dict[str, str], back: str | None
) -> None:
    provider.world.expect_login(provider.world.make_person(1))
    answer = posted(by_hand, provider, SAMLRequest=form_of(provider.ask())["SAMLRequest"], **sent)
    page: html.HtmlElement = html.document_fromstring(answer.text)
    (form,) = page.forms
    assert dict(form.fields).get("RelayState") == back
