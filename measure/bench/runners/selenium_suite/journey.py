"""What a walk along a path is given."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import httpx

from measure.bench.runners.selenium_suite.hands import Hands
from mock_server.client import WorldControl
from mock_server.kernel.people import Person

_SESSION = "__Host-session"


@dataclass
class Journey:
    """A person on their way into the account.

    Attributes:
        page: the browser in which the person logs in.
        take_phone: makes the page of the phone: a tab of the phone in hand, or a device of its own.
        data_client: asks the mock over HTTP.
    """

    page: Hands
    world: WorldControl
    person: Person
    entry: str
    destination: str
    take_phone: Callable[[], Hands]
    data_client: httpx.Client

    @cached_property
    def phone(self) -> Hands:
        """The phone's screen; made when first looked at."""
        return self.take_phone()

    def expect_closed(self) -> None:
        """No session: no session cookie, and a 401 from the account's own data endpoint."""
        cookies = self._cookies()
        assert _SESSION not in cookies, "a session cookie has been set already"
        assert self._data(cookies).status_code == httpx.codes.UNAUTHORIZED

    def expect_open(self) -> None:
        """A session, and the data endpoint answers with this person's data."""
        answer = self._data(self._cookies())
        assert answer.status_code == httpx.codes.OK
        assert json.loads(answer.content)["pesel"] == self.person.pesel

    def _cookies(self) -> dict[str, str]:
        """What this browser would send; WebDriver itself tells only the cookies of the site on the screen."""
        asked = {"urls": [self.world.url(self.destination)]}
        told = self.page.driver.execute_cdp_cmd("Network.getCookies", asked)["cookies"]
        return {cookie["name"]: cookie["value"] for cookie in told}

    def _data(self, cookies: dict[str, str]) -> httpx.Response:
        host = httpx.URL(self.world.url(self.destination)).netloc.decode()
        header = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return self.data_client.get("/api/konto", headers={"Host": host, "Cookie": header})
