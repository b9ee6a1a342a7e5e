"""Clients that have the real node's host name built in: it leads to the hub that plays that node."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from lxml import etree

from fixtures.by_hand import ByHand
from fixtures.http import bare_client
from fixtures.http_browser import HttpBrowser
from fixtures.provider import Level, Provider, form_of, register
from mock_server.client import Control, WorldControl
from mock_server.command.running import RunningServer
from mock_server.saml.names import new_id

NODES = {"symulator": "symulator.login.gov.pl", "integration": "int.login.gov.pl", "production": "login.gov.pl"}


@pytest.fixture(scope="module")
def control() -> Iterator[Control]:
    """A server of its own: the names lead to its main world."""
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        yield control


@pytest.fixture
def main(control: Control) -> Iterator[WorldControl]:
    main = control.world("main")
    yield main
    main.reset()


@pytest.fixture
def by_hand(main: WorldControl) -> Iterator[ByHand]:
    with bare_client(main) as client:
        yield ByHand(client)


def met_at(provider: Provider, name: str) -> Provider:
    """The provider as one that knows the hub by this host name alone."""
    hub = provider.saml.hub
    urls: dict[str, Any] = {
        url: str(httpx.URL(getattr(hub, url)).copy_with(scheme="https", host=name, port=None)) for url in URLS
    }
    return provider.but(hub=replace(hub, issuer=name, **urls))


URLS = ("sso_url", "artifact_url", "logout_url")


@pytest.mark.parametrize(("node", "name"), NODES.items())
def test_a_login_goes_through_by_the_real_nodes_name(
    main: WorldControl, by_hand: ByHand, new_http_browser: Callable[[], HttpBrowser], node: str, name: str
) -> None:
    main.change_hub(node=node)
    provider = met_at(register(main, by_hand), name)
    main.expect_login(main.make_person(1))
    request_id = new_id()
    passed_on = provider.send(provider.ask(level=Level.LOW, request_id=request_id))
    assert passed_on.status_code == 307
    browser = new_http_browser()
    browser.stop_at = "https://"
    asked = provider.ask(level=Level.LOW, request_id=request_id)
    (form,) = browser.post(passed_on.headers["location"], **form_of(asked)).page.forms
    provider.resolve(dict(form.fields)["SAMLart"] or "", request_id, level=Level.LOW)


@pytest.mark.parametrize("name", [*NODES.values(), "www.login.gov.pl"])
def test_the_name_of_a_node_that_is_not_played_is_refused_with_what_to_do(by_hand: ByHand, name: str) -> None:
    answer = by_hand.send(by_hand.write("GET", f"https://{name}/metadata"))
    assert answer.status_code == (200 if name == NODES["symulator"] else 421)
    if answer.status_code == 421:
        assert "--node" in answer.text


def test_what_is_asked_for_goes_with_the_request(main: WorldControl, by_hand: ByHand) -> None:
    sso = f"https://{NODES['symulator']}/login/SingleSignOnService?login_as=44051401359"
    passed_on = by_hand.send(by_hand.write("POST", sso, form={"SAMLRequest": "x"}))
    assert passed_on.headers["location"] == main.url("login", "/login/SingleSignOnService?login_as=44051401359")


@pytest.mark.parametrize("port", ["", ":80", ":8443"])
def test_metadata_asked_for_by_the_real_nodes_name_names_addresses_there(by_hand: ByHand, port: str) -> None:
    at = f"http://{NODES['symulator']}{port}"
    request = by_hand.write("GET", f"{at}/metadata")
    request.headers["Host"] = at.removeprefix("http://")
    metadata = etree.fromstring(by_hand.send(request).content)
    assert {element.get("Location") for element in metadata.iterfind(".//*[@Location]")} == {
        f"{at}/login/SingleSignOnService",
        f"{at}/login-services/idpArtifactResolutionService",
        f"{at}/login-services/singleLogoutService",
    }


@pytest.mark.parametrize("origin", ["http://{}", "http://{}:8000", "https://{}:443", "https://{}:8443"])
def test_the_real_nodes_name_is_a_destination_with_any_scheme_and_port(
    main: WorldControl, by_hand: ByHand, new_http_browser: Callable[[], HttpBrowser], origin: str
) -> None:
    provider = register(main, by_hand)
    own = provider.saml.hub
    at: dict[str, Any] = {
        url: origin.format(NODES["symulator"]) + httpx.URL(getattr(own, url)).raw_path.decode() for url in URLS
    }
    there = provider.but(hub=replace(own, **at))
    main.expect_login(main.make_person(1))
    request_id = new_id()
    browser = new_http_browser()
    browser.stop_at = "https://"
    (form,) = browser.post(own.sso_url, **form_of(there.ask(level=Level.LOW, request_id=request_id))).page.forms
    login = there.resolve(dict(form.fields)["SAMLart"] or "", request_id, level=Level.LOW)
    assert there.log_out(login.name_id, login.session_index).status_code == 200


@pytest.mark.parametrize(
    "destination",
    [
        "http://login.gov.pl:8000/login/SingleSignOnService",
        "ftp://symulator.login.gov.pl/login/SingleSignOnService",
        "http://symulator.login.gov.pl:8000/login",
        "http://symulator.login.gov.pl:8000@evil.example/login/SingleSignOnService",
        "http://symulator.login.gov.pl.evil.example/login/SingleSignOnService",
    ],
)
def test_another_name_or_path_is_no_destination(main: WorldControl, by_hand: ByHand, destination: str) -> None:
    provider = register(main, by_hand)
    asked = provider.but_asking(destination).ask()
    refused = provider.send(asked)
    assert refused.status_code == 400
    assert "Destination" in refused.text
