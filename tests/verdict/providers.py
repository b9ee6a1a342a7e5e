"""Service providers to be judged: the example as it is, and others that decide otherwise."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from threading import Thread
from typing import NoReturn
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from lxml import etree

from examples.provider import messages, pages
from examples.provider.assertion import Login
from examples.provider.config import Hub, Provider
from examples.provider.decryption import decrypt
from examples.provider.desk import LEVEL, Desk
from examples.provider.documents import Refused
from examples.provider.form import Form
from examples.provider.person import Person
from examples.provider.registering import make_provider, read_hub, register
from examples.provider.server import _BROWSER, _SESSION, _Handler, _Server
from mock_server.client import Control, WorldControl
from mock_server.server.listening import listen
from mock_server.verdict.options import CheckOptions, read_check_options

_SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"


class LetsEverybodyIn(Desk):
    """Takes whatever the hub's address answers for a login, as far as it can be read; whoever brings it."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        now = self.now()
        soap = messages.artifact_resolve(self.provider, self.hub, messages.new_id(), artifact, now)
        call = Request(self.hub.artifact_url, soap, {"Content-Type": "text/xml", "SOAPAction": ""})  # noqa: S310
        said: dict[str, str] = {}
        try:
            with urlopen(call, timeout=10) as response:  # noqa: S310
                envelope = etree.fromstring(response.read(), etree.XMLParser(resolve_entities=False, recover=True))
            encrypted = next(envelope.iter(f"{_SAML}EncryptedAssertion"))
            clear = decrypt(encrypted, self.provider.key, (self.hub.issuer, self.provider.issuer))
            assertion = etree.fromstring(clear)
            for attribute in assertion.iter(f"{_SAML}Attribute"):
                said[attribute.get("FriendlyName") or ""] = attribute.findtext(f"{_SAML}AttributeValue") or ""
            said["index"] = next(assertion.iter(f"{_SAML}AuthnStatement")).get("SessionIndex") or ""
        except (OSError, StopIteration, Refused, etree.XMLSyntaxError, ValueError):
            pass
        person = Person(
            said.get("FirstName", "Ktoś"), said.get("FamilyName", "Inny"), now.date(), said.get("PersonIdentifier", "")
        )
        login = Login(person, LEVEL, relay_state, now, "", said.get("index", ""), None)
        return self.sessions.begin(login, browser or token_urlsafe(), now)

    def hub_leaves(self, soap: bytes) -> bytes:
        """Ends whatever anybody names."""
        named = frozenset(re.findall(r"SessionIndex>([^<]*)<", soap.decode()))
        self.sessions.end_named("", named)
        return messages.logout_response(self.provider, self.hub, "ID-any", self.now())


class TakesEverything(_Handler):
    """Asks nothing of what a browser brings."""

    def _consume(self, form: Form) -> None:
        session_id = self.desk.finish(self._cookie(_BROWSER), form.one("RelayState"), form.one("SAMLart"))
        self._answer("Zalogowano", pages.HOME, cookies={_SESSION: session_id})


class RefusesEverybody(Desk):
    """Lets nobody in."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> NoReturn:
        raise Refused(f"{browser}, {relay_state}: nobody is let in ({len(artifact)})")


class ShowsItsInside(Desk):
    """Refuses as the example does, and lets the exception through."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        try:
            return super().finish(browser, relay_state, artifact)
        except Refused as refused:
            raise RuntimeError(str(refused)) from refused


MakeDesk = Callable[[Provider, Hub], Desk]


@dataclass(frozen=True)
class Judged:
    """A service that runs, and how a check of it is asked for."""

    origin: str
    desk: Desk
    control: Control
    world: WorldControl
    folder: Path

    def options(self, *words: str) -> CheckOptions:
        """As the command line would have them."""
        given = ["--start", self.origin + "/", "--inside", self.origin + "/", "--mock-url", self.control.url]
        given += ["--world", self.world.name, "--output", str(self.folder), *words]
        return read_check_options(given, "przepustka")


@contextmanager
def serving(
    desk: MakeDesk, control: Control, world: WorldControl, folder: Path, handler: type[_Handler] = _Handler
) -> Iterator[Judged]:
    """Such a service, registered at a world."""
    with listen() as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
    provider = make_provider(origin, folder / "keys")
    register(provider, control.url, world.name)
    made = desk(provider, read_hub(control.url, world.name))
    port = urlsplit(origin).port or 0
    server = _Server(("127.0.0.1", port), type("DeskHandler", (handler,), {"desk": made}))
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Judged(origin, made, control, world, folder / "reports")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
