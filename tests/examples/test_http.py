"""The example's pages as HTTP: what a browser is told of them, and what strange requests get."""

from base64 import b64encode
from collections.abc import Callable

import httpx
import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.kernel.people import Person
from tests.examples.scene import ProviderScene

OTHER_HUB = b64encode(b"\0\4\0\0" + bytes(40)).decode()


@pytest.fixture
def begun(scene: ProviderScene, person: Person) -> tuple[str, dict[str, str]]:
    """A login up to the form that goes back to the provider."""
    assert person.pesel
    scene.http_browser.stop_at = scene.desk.provider.acs_url
    scene.http_browser.open(scene.origin + "/").submit("/zaloguj")
    return scene.http_browser.submit("/login/SingleSignOnService").form("/saml/acs")


@pytest.mark.parametrize("path", ["/", "/nothing", "/saml/acs", "/wyloguj"])
def test_pages_are_kept_framed_and_guessed_by_nobody(scene: ProviderScene, path: str) -> None:
    headers = scene.http_browser.read(scene.origin + path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'",) * 3


def flags_of(answer: httpx.Response) -> tuple[str, set[str]]:
    """The name of the cookie that is set, and what the browser is told of it."""
    cookie, *flags = answer.headers["Set-Cookie"].split("; ")
    return cookie.partition("=")[0], set(flags)


def test_cookies_are_for_this_host_alone(scene: ProviderScene) -> None:
    begun = httpx.post(scene.origin + "/zaloguj", trust_env=False)
    # The hub POSTs from another site, and this cookie must come with it.
    assert flags_of(begun) == ("__Host-browser", {"Path=/", "Secure", "HttpOnly", "SameSite=None"})
    ended = httpx.get(scene.origin + "/", headers={"Cookie": "__Host-session=ended"}, trust_env=False)
    assert flags_of(ended) == ("__Host-session", {"Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=0"})


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields | {"SAMLart": ""},
        lambda fields: fields | {"SAMLart": fields["SAMLart"] + "AA=="},
        lambda fields: fields | {"SAMLart": OTHER_HUB},
        lambda fields: fields | {"SAMLart": [fields["SAMLart"], fields["SAMLart"]]},
        lambda fields: fields | {"SAMLart": '"><x/>'},
        lambda fields: fields | {"SAMLResponse": "PHg+"},
        lambda fields: fields | {"RelayState": "https://evil.example/"},
        lambda fields: {"RelayState": fields["RelayState"]},
        lambda fields: {"SAMLart": fields["SAMLart"]},
    ],
    ids=["empty", "long", "other-hub", "two", "markup", "response", "outside", "no-artifact", "no-state"],
)
def test_only_what_was_asked_for_lets_in(
    scene: ProviderScene,
    begun: tuple[str, dict[str, str]],
    change: Callable[[dict[str, object]], dict[str, str]],
) -> None:
    address, fields = begun
    assert scene.http_browser.post(address, **change(dict(fields))).status == 403
    assert len(scene.desk.sessions) == 0


def test_an_answer_lets_in_once(scene: ProviderScene, begun: tuple[str, dict[str, str]]) -> None:
    address, fields = begun
    assert [scene.http_browser.post(address, **fields).status for _ in range(2)] == [200, 403]
    assert len(scene.desk.sessions) == 1


def test_two_tabs_finish_in_either_order(
    scene: ProviderScene, begun: tuple[str, dict[str, str]], person: Person
) -> None:
    address, first = begun
    scene.world.expect_login(person, "trusted_profile")
    scene.http_browser.post(scene.origin + "/zaloguj")
    _, second = scene.http_browser.submit("/login/SingleSignOnService").form("/saml/acs")
    assert [scene.http_browser.post(address, **fields).status for fields in (second, first)] == [200, 200]
    assert len(scene.desk.sessions) == 1


def test_a_strange_request_gets_a_decent_answer(scene: ProviderScene, new_browser: Callable[[], HttpBrowser]) -> None:
    with httpx.Client(base_url=scene.origin, trust_env=False) as client:
        codes = [
            client.head("/").status_code,
            client.post("/saml/acs", content=b"\xff").status_code,
            client.post("/saml/acs", content=b"&".join([b"a=b"] * 1000)).status_code,
            client.post("/saml/acs", content=b"SAMLart=" + b"A" * 1_000_000).status_code,
            client.post("/saml/acs", content=iter([b"a=b"])).status_code,
            client.post("/saml/acs", headers=[(b"Cookie", b"a b=c; \xff")]).status_code,
            client.post("/saml/logout", content=b"<a/>").status_code,
            client.post("/nothing").status_code,
        ]
        with_nothing = client.build_request("POST", "/zaloguj")
        del with_nothing.headers["Content-Length"]
        codes.append(client.send(with_nothing).status_code)
    assert codes == [200, 403, 403, 400, 400, 403, 403, 404, 200]
    assert new_browser().open(scene.origin + "/").heading == "Przykładowy serwis"
