"""The hub tells every other provider of a session that ended, wherever that provider listens."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from fixtures.by_hand import ByHand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Provider, form_of, register
from fixtures.world import WorldControl
from mock_server.saml.model import LogoutRequest, Status
from mock_server.saml.names import PARTIAL_LOGOUT, RESPONDER, SUCCESS, new_id
from mock_server.saml.soap import open_envelope
from mock_server.saml.status import read_status


@dataclass
class Listener:
    """A provider of somebody else's that hears LogoutRequests and answers with ``status``."""

    provider: Provider
    status: Status = field(default_factory=Status)
    heard: list[LogoutRequest] = field(default_factory=list)

    def hear(self, soap: bytes) -> bytes:
        now = self.provider.world.now()
        request = self.provider.saml.read_logout_request(soap, now=now, seen_before=lambda _: False)
        self.heard.append(request)
        return self.provider.saml.build_logout_response(request, now=now, status=self.status)


@contextmanager
def listening(provider: Provider) -> Iterator[Listener]:
    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = told.hear(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    address = f"http://127.0.0.1:{server.server_port}/logout"
    told = Listener(replace(provider, saml=replace(provider.saml, logout_url=address)))
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def register_logout(provider: Provider) -> None:
    """Register the provider anew, with the address at which it hears of logouts."""
    saml = provider.saml
    provider.world.register_provider(
        saml.issuer, saml.name, saml.acs_url, saml.keys.certificate.pem, logout_url=saml.logout_url
    )


@pytest.fixture
def listener(provider: Provider) -> Iterator[Listener]:
    with listening(provider) as listener:
        register_logout(listener.provider)
        yield listener


@pytest.fixture
def other(world: WorldControl, by_hand: ByHand) -> Provider:
    """The provider at which the person logs out."""
    return register(world, by_hand, "https://other.example")


@dataclass(frozen=True)
class Visitor:
    """A person at one of their browsers."""

    person: Person
    http_browser: HttpBrowser

    def log_in(self, provider: Provider) -> tuple[str, str]:
        """Log in silently; returns the hub's two names for the login."""
        request_id = new_id()
        provider.world.expect_login(self.person)
        self.http_browser.stop_at = provider.saml.acs_url
        self.http_browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(request_id=request_id)))
        _, fields = self.http_browser.form("/acs")
        assertion = provider.resolve(fields["SAMLart"], request_id)
        return assertion.name_id, assertion.session_index


@pytest.fixture
def visitor(person: Person, new_http_browser: Callable[[], HttpBrowser]) -> Visitor:
    return Visitor(person, new_http_browser())


def log_out(provider: Provider, name_id: str, session_index: str) -> Status:
    """Log out at the hub over the back channel; returns the status of its answer."""
    soap = provider.saml.build_logout_request(name_id, session_index, request_id=new_id(), now=provider.world.now())
    return read_status(
        open_envelope(provider.post_soap(provider.saml.hub.logout_url, soap).content, "saml2p:LogoutResponse")
    )


def test_the_other_provider_of_the_session_is_told(listener: Listener, other: Provider, visitor: Visitor) -> None:
    told = visitor.log_in(listener.provider)
    assert log_out(other, *visitor.log_in(other)).codes == (SUCCESS,)
    assert [(request.name_id, request.session_index) for request in listener.heard] == [told]


def test_who_asks_is_not_told(listener: Listener, visitor: Visitor) -> None:
    assert log_out(listener.provider, *visitor.log_in(listener.provider)).codes == (SUCCESS,)
    assert not listener.heard


def test_a_login_in_another_browser_is_left_alone(
    listener: Listener, other: Provider, visitor: Visitor, new_http_browser: Callable[[], HttpBrowser]
) -> None:
    Visitor(visitor.person, new_http_browser()).log_in(listener.provider)
    assert log_out(other, *visitor.log_in(other)).codes == (SUCCESS,)
    assert not listener.heard


def test_a_provider_that_refuses_makes_the_logout_partial(
    listener: Listener, other: Provider, visitor: Visitor
) -> None:
    listener.status = Status((RESPONDER,))
    visitor.log_in(listener.provider)
    assert log_out(other, *visitor.log_in(other)).codes == (SUCCESS, PARTIAL_LOGOUT)
    assert "logout not confirmed" in [entry.event for entry in other.world.journal()]


def test_a_provider_that_is_away_makes_the_logout_partial(
    provider: Provider, other: Provider, visitor: Visitor
) -> None:
    with listening(provider) as gone:
        register_logout(gone.provider)
    visitor.log_in(gone.provider)
    assert log_out(other, *visitor.log_in(other)).codes == (SUCCESS, PARTIAL_LOGOUT)


def test_a_logout_request_counts_once(provider: Provider, visitor: Visitor) -> None:
    name_id, session_index = visitor.log_in(provider)
    soap = provider.saml.build_logout_request(name_id, session_index, request_id=new_id(), now=provider.world.now())
    answers = [provider.post_soap(provider.saml.hub.logout_url, soap).status_code for _ in range(2)]
    assert answers == [httpx.codes.OK, httpx.codes.BAD_REQUEST]
