"""What arrives over HTTP where an answer's defect is there."""

from collections.abc import Callable
from urllib.parse import urlencode

import httpx
import pytest

from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import WorldControl
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.names import new_id

Exchange = Callable[[str], httpx.Response]


@pytest.fixture
def exchange(world: WorldControl, new_http_browser: Callable[[], HttpBrowser], provider: Provider) -> Exchange:
    """Logs somebody in with an answer chosen, and asks for it."""
    person = world.make_person(1)

    def exchanged(answer: str) -> httpx.Response:
        world.choose_answer("next", answer, listener="http://127.0.0.1:9/listener")
        visitor, request = new_http_browser(), new_id()
        visitor.stop_at = "https://"
        xml = provider.saml.build_authn_request(RequestOptions(), request_id=request, now=provider.world.now())
        visitor.post(f"{provider.saml.hub.sso_url}?{urlencode({'login_as': person.pesel})}", **form_of(xml))
        artifact = dict(visitor.page.forms[0].fields)["SAMLart"]
        soap = provider.saml.build_artifact_resolve(artifact, resolve_id=new_id(), now=provider.world.now())
        return provider.post_soap(provider.saml.hub.artifact_url, soap)

    return exchanged


@pytest.mark.parametrize(
    ("answer", "status", "kind", "content"),
    [
        ("net.fault:500", 500, "text/xml", "faultstring"),
        ("net.fault:200", 200, "text/xml", "faultstring"),
        ("net.shape:other_type", 200, "application/json", "ArtifactResponse"),
        ("net.shape:empty_body", 200, "text/xml", "<soap:Body></soap:Body>"),
        ("net.shape:must_understand", 200, "text/xml", 'mustUnderstand="1"'),
        ("net.status:404", 404, "text/xml", ""),
        ("net.status:204", 204, "text/xml", ""),
        ("net.status:html", 200, "text/html", "Przerwa techniczna"),
        ("ok.soap_header:charset", 200, "text/xml; charset=utf-8", "ArtifactResponse"),
    ],
)
def test_the_answer_is_of_its_kind(exchange: Exchange, answer: str, status: int, kind: str, content: str) -> None:
    got = exchange(answer)
    assert (got.status_code, got.headers["content-type"].startswith(kind)) == (status, True)
    assert content in got.text


@pytest.mark.parametrize("status", [302, 307])
def test_a_redirect_leads_to_the_listener(exchange: Exchange, status: int) -> None:
    got = exchange(f"net.redirect:{status}")
    assert (got.status_code, got.headers["location"]) == (status, "http://127.0.0.1:9/listener")


@pytest.mark.parametrize("answer", ["net.cut:length", "net.cut:chunk", "net.status:reset"])
def test_an_answer_that_is_cut_ends_too_early(exchange: Exchange, answer: str) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        exchange(answer)


def test_fifty_megabytes_come(exchange: Exchange) -> None:
    assert len(exchange("net.huge").content) > 50 * 1024 * 1024


def test_what_comes_in_chunks_is_whole(exchange: Exchange) -> None:
    got = exchange("ok.soap_header:chunked")
    assert "content-length" not in got.headers
    assert got.text.endswith("</soap:Envelope>")
