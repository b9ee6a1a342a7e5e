"""Cookies go where a browser would take them."""

import pytest

from mock_server.verdict.visitor.cookies import Jar

SERVICE = "http://127.0.0.1:9000/saml/acs"
HUB = "http://login.localhost:8000/login/abc"


def jar_with(*headers: str, address: str = SERVICE) -> Jar:
    jar = Jar()
    for header in headers:
        jar.take(address, header)
    return jar


@pytest.mark.parametrize(
    ("attributes", "method", "goes"),
    [
        ("Path=/", "POST", True),
        ("Path=/; SameSite=None; Secure", "POST", True),
        ("Path=/; SameSite=Lax", "POST", False),
        ("Path=/; SameSite=Lax", "GET", True),
        ("Path=/; SameSite=Strict", "GET", False),
        ("Path=/other", "POST", False),
        ("Path=/sam", "POST", False),
        ("Path=/saml", "POST", True),
    ],
    ids=["unsaid", "none", "lax-post", "lax-get", "strict", "other-path", "half-path", "path"],
)
def test_a_post_from_the_hub_brings_what_a_browser_would(attributes: str, method: str, goes: bool) -> None:
    assert bool(jar_with(f"a=1; {attributes}").header(SERVICE, method, HUB)) is goes


def test_within_the_service_every_cookie_goes() -> None:
    assert jar_with("a=1; Path=/; SameSite=Strict").header(SERVICE, "POST", "http://127.0.0.1:9000/") == "a=1"


@pytest.mark.parametrize(
    "header",
    [
        "a=1; SameSite=None",
        "__Host-a=1; Path=/",
        "__Host-a=1; Path=/saml; Secure",
        "__Secure-a=1",
        "a=1; Domain=evil.example",
        "=1",
        "a",
        "a=" + "x" * 5000,
    ],
    ids=["none-insecure", "host-insecure", "host-path", "secure-insecure", "domain", "no-name", "no-value", "long"],
)
def test_what_a_browser_refuses_is_not_kept_and_said(header: str) -> None:
    jar = jar_with(header)
    assert list(jar) == []
    assert len(jar.refused) == 1


def test_secure_is_kept_on_loopback_and_not_over_plain_http() -> None:
    assert len(list(jar_with("a=1; Secure"))) == 1
    assert list(jar_with("a=1; Secure", address="http://service.example/")) == []


@pytest.mark.parametrize("over", ["Max-Age=0", "Max-Age=-1", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_cookie_that_is_over_goes(over: str) -> None:
    assert list(jar_with("a=1; Path=/", f"a=; Path=/; {over}")) == []


def test_a_service_cannot_fill_the_jar_without_end() -> None:
    assert len(list(jar_with(*(f"a{i}=1" for i in range(1000))))) == 180
