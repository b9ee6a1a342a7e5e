"""The control API of one running mock server, and of one of its worlds."""

import json
import ssl
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
from pydantic import TypeAdapter

from ..control.clock import ClockSeen
from ..control.observing import InboxSeen
from ..control.phones import CodeRead, Decided
from ..control.providers import ProviderSeen
from ..control.settings import SettingsSeen
from ..control.worlds import WorldSeen
from ..kernel.faults import Fault
from ..kernel.journal import Entry
from ..kernel.open_things import OpenThing
from ..kernel.people import Person
from ..server.option_values import ca_file, mock_url
from ..shared.federation import HUB_SITE
from ..shared.hub_addresses import HubAddresses
from .answers import WorldAnswers
from .booking import WorldBooking
from .calling import ControlFailed, MockUnreachable, adapter_of, advice, part
from .grading import ServerGrading
from .people import WorldPeople
from .prevention import WorldPrevention
from .rights import WorldRights

T = TypeVar("T")
_PATIENCE = 30
"""Seconds; a loaded machine is slow, not broken."""
_FAULT: TypeAdapter[Fault] = TypeAdapter(Fault)


class Control(ServerGrading):
    """The control API of one running mock server.

    Args:
        base_url: its bare host, for example ``http://127.0.0.1:8000``.
        token: what it asks for, if it listens off loopback.
        ca: the file of the authority to trust, ``ca.pem`` in the folder of keys of a mock with ``--tls``.

    Raises:
        ValueError: the address is no bare host, or the file holds no authority.

    Attributes:
        url: its bare host.
        verify: how its certificate is judged, as httpx takes it; False where it speaks no TLS.
    """

    def __init__(self, base_url: str, token: str | None = None, ca: str | Path | None = None) -> None:
        self.url = mock_url(base_url)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.verify = ssl.create_default_context(cafile=ca_file(str(ca))) if ca else self.url.startswith("https:")
        self._http = httpx.Client(
            base_url=self.url, headers=headers, timeout=_PATIENCE, trust_env=False, verify=self.verify
        )

    def __enter__(self) -> Self:
        """Use the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close its connections."""
        self._http.close()

    def version(self) -> str:
        """Of the mock."""
        return str(self._call("GET", "/openapi.json", dict[str, Any])["info"]["version"])

    def worlds(self) -> list[str]:
        """The names of all worlds."""
        return self._call("GET", "/worlds", list[str])

    def create_world(self, name: str) -> "WorldControl":
        """Make an empty world."""
        seen = self._call("PUT", f"/worlds/{part(name)}", WorldSeen)
        return WorldControl(self, name, seen.sites)

    def world(self, name: str) -> "WorldControl":
        """Steer a world that is there."""
        seen = self._call("GET", f"/worlds/{part(name)}", WorldSeen)
        return WorldControl(self, name, seen.sites)

    def _call(self, method: str, path: str, answer: type[T], body: object = None, **query: str) -> T:
        content = json.dumps(body) if body is not None else None
        headers = {} if method == "GET" else {"Content-Type": "application/json"}
        try:
            response = self._http.request(method, f"/control{path}", content=content, params=query, headers=headers)
        except httpx.TransportError as error:
            raise MockUnreachable(f"no mock answers at {self.url} ({error}): {advice(error)}") from error
        if response.is_error:
            raise ControlFailed(
                response.json()["error"] if "json" in response.headers["content-type"] else response.text
            )
        return adapter_of(answer).validate_json(response.content)


@dataclass(frozen=True)
class WorldControl(WorldPeople, WorldRights, WorldBooking, WorldPrevention, WorldAnswers):
    """One world, steered from outside.

    Attributes:
        name: of the world.
        sites: the browser's address of each site, by its name.
    """

    control: Control
    name: str
    sites: dict[str, str]

    def _call(self, method: str, path: str, answer: type[T], body: object = None, **query: str) -> T:
        return self.control._call(method, f"/worlds/{part(self.name)}{path}", answer, body, **query)

    def url(self, site: str, path: str = "/") -> str:
        """The browser's address of a path of a site."""
        return self.sites[site].rstrip("/") + path

    def server_url(self, site: str, path: str = "/") -> str:
        """The address of a path of a site for a server, which does not resolve browsers' names."""
        return f"{self.control.url}/worlds/{self.name}/{site}{path}"

    @property
    def hub(self) -> HubAddresses:
        """Where this world's hub is."""
        return HubAddresses.of(self.url(HUB_SITE, ""), self.server_url(HUB_SITE, ""))

    def drop(self) -> None:
        """Forget the world and all it owns."""
        self._call("DELETE", "", dict)

    def reset(self) -> None:
        """Empty the world: people, clock, inbox, sessions, faults and journal begin anew."""
        self._call("POST", "/reset", WorldSeen)

    def register_provider(self, issuer: str, name: str, acs_url: str, certificate: str, **more: object) -> ProviderSeen:
        """Register a service provider; ``more`` takes encryption_certificate, level and logout_url."""
        body = {"issuer": issuer, "name": name, "acs_urls": [acs_url], "certificate": certificate, **more}
        return self._call("POST", "/providers", ProviderSeen, body)

    def register_metadata(self, metadata: str | bytes) -> ProviderSeen:
        """Register the service provider that a SAML metadata document describes: its text, or its file's bytes."""
        body = (
            {"metadata": metadata} if isinstance(metadata, str) else {"metadata_base64": b64encode(metadata).decode()}
        )
        return self._call("POST", "/providers/from-metadata", ProviderSeen, body)

    def remove_provider(self, issuer: str) -> None:
        """Forget a service provider."""
        self._call("DELETE", "/providers", dict, issuer=issuer)

    def change_hub(self, **changes: object) -> None:
        """Change how the hub behaves; takes node, lenient, destinations, provider_clock and keys."""
        self._call("PATCH", "/hub", dict, changes)

    def read_code(self, person: Person, text: str) -> CodeRead:
        """Let the person's mObywatel read a code's text."""
        return self._call("POST", f"/phones/{person.pesel}/codes", CodeRead, {"code": text})

    def answer_consent(self, person: Person, code: str, *, approve: bool) -> Decided:
        """Approve or decline a code that was read."""
        return self._call("POST", f"/phones/{person.pesel}/consents/{part(code)}", Decided, {"approve": approve})

    def answer_push(self, person: Person, push: str, *, approve: bool) -> Decided:
        """Approve or decline a push."""
        return self._call("POST", f"/phones/{person.pesel}/pushes/{part(push)}", Decided, {"approve": approve})

    def expect_login(
        self, person: Person, method: str = "mobywatel", bank: str | None = None, level: str | None = None
    ) -> None:
        """Let the next login be this person, once, without the pages; at the method's own level unless given."""
        body = {"pesel": person.pesel, "method": method, "bank": bank, "level": level}
        self._call("PUT", "/next-login", dict, body)

    def now(self) -> datetime:
        """The world's time."""
        return self._call("GET", "/clock", ClockSeen).now

    def set_clock(self, to: datetime) -> None:
        """Move the clock to an aware time."""
        self._call("PUT", "/clock", ClockSeen, {"now": to.isoformat()})

    def advance(self, seconds: float) -> None:
        """Move the clock."""
        self._call("POST", "/clock/advance", ClockSeen, {"seconds": seconds})

    def freeze(self) -> None:
        """Let time stand still."""
        self._call("POST", "/clock/freeze", ClockSeen)

    def resume(self) -> None:
        """Let time go on from where it stood still."""
        self._call("POST", "/clock/resume", ClockSeen)

    def reading_seconds(self) -> float:
        """How long the card reader takes."""
        return self._call("GET", "/settings", SettingsSeen).reading_seconds

    def set_reader(self, reading_seconds: float) -> None:
        """Let the card reader take this long, by the world's clock."""
        self._call("PATCH", "/settings", SettingsSeen, {"reading_seconds": reading_seconds})

    def inbox(self, person: Person) -> InboxSeen:
        """Every SMS and push that a person was sent."""
        return self._call("GET", "/inbox", InboxSeen, phone=person.phone, pesel=person.pesel)

    def plant(self, name: str, fault: Fault) -> None:
        """Break something in this world."""
        self._call("PUT", f"/faults/{part(name)}", dict, _FAULT.dump_python(fault, mode="json"))

    def plant_catalogued(self, name: str) -> None:
        """Plant a fault of the catalogue."""
        self._call("POST", f"/faults/{part(name)}", dict)

    def planted(self) -> list[str]:
        """What is planted here, by name."""
        return self._call("GET", "/faults", list[str])

    def lift(self, name: str) -> None:
        """Mend it."""
        self._call("DELETE", f"/faults/{part(name)}", dict)

    def open_things(self) -> list[OpenThing]:
        """All that somebody could still go on with, and all that is counted against somebody."""
        return self._call("GET", "/open", list[OpenThing])

    def journal(self, *, with_secrets: bool = False) -> list[Entry]:
        """What each site received and sent."""
        return self._call("GET", "/journal", list[Entry], secrets=str(with_secrets).lower())
