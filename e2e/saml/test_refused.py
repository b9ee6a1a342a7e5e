"""What is wrong with a request is named on the page that refuses it, so that whoever wrote it can mend it."""

import zlib
from base64 import b64encode
from collections.abc import Callable

import httpx
import pytest
from lxml import etree

from e2e.saml.asking import Change, Request, expect_refused, expect_taken, leave_out
from e2e.saml.logins import artifact_of
from fixtures.provider import Level, Provider, form_of
from fixtures.world import WorldControl

LARGEST = 256 * 1024
"""Bytes of a message; our own limit."""
LONGEST_STATE = 4096
"""Characters of a RelayState; our own limit, far beyond the 80 bytes of saml-bindings 3.5.3, which few keep."""
EIDAS = "http://eidas.europa.eu/attributes/naturalperson/"


def say(name: str, value: str) -> Change:
    """An attribute of the request says this."""
    return lambda request: request.set(name, value)


def both(name: str, needed: str) -> Change:
    """An attribute is asked for by this name, needed or not."""

    def change(asked: Request) -> None:
        asked.set("Name", name)
        asked.set("isRequired", needed)

    return change


def in_the(element: str, change: Change) -> Change:
    """Change an element within."""

    def find(request: Request) -> None:
        (found, *_) = request.iter(f"{{*}}{element}")
        change(found)

    return find


def read(text: str) -> Change:
    """An element has this text."""

    def change(element: Request) -> None:
        element.text = text

    return change


def take_away(request: Request) -> None:
    """An element is missing."""
    parent = request.getparent()
    assert parent is not None
    parent.remove(request)


def twice(request: Request) -> None:
    """An element is there two times."""
    parent = request.getparent()
    assert parent is not None
    parent.append(etree.fromstring(etree.tostring(request)))


WRONG: dict[str, tuple[Change, str]] = {
    "version": (say("Version", "1.1"), "version"),
    "no-version": (leave_out("Version"), "version"),
    "id-is-none": (say("ID", "1 two"), "malformed"),
    "id-of-another-part": (in_the("Issuer", say("ID", "1 two")), "malformed"),
    "instant-is-none": (say("IssueInstant", "yesterday"), "malformed"),
    "no-instant": (leave_out("IssueInstant"), "malformed"),
    "no-destination": (leave_out("Destination"), "destination"),
    "no-issuer": (in_the("Issuer", take_away), "malformed"),
    "issuer-twice": (in_the("Issuer", twice), "malformed"),
    "issuer-is-nobody": (in_the("Issuer", read("https://nobody.example")), "issuer_unknown"),
    "flag-is-none": (say("ForceAuthn", "maybe"), "malformed"),
    "flag-in-figures": (say("ForceAuthn", " 1 "), "taken"),
    "address-and-index": (say("AssertionConsumerServiceIndex", "0"), "malformed"),
    "exact-level": (in_the("RequestedAuthnContext", say("Comparison", "exact")), "comparison"),
    "better-level": (in_the("RequestedAuthnContext", say("Comparison", "better")), "comparison"),
    "unknown-level": (in_the("AuthnContextClassRef", read("http://eidas.europa.eu/LoA/medium")), "level_unknown"),
    "attribute-that-nobody-has": (in_the("RequestedAttribute", say("Name", f"{EIDAS}Gender")), "attribute_unknown"),
    "attribute-that-nobody-needs": (in_the("RequestedAttribute", both(f"{EIDAS}Gender", "false")), "taken"),
    "need-is-none": (in_the("RequestedAttribute", say("isRequired", "maybe")), "malformed"),
}
"""What is done to a request, and the reason for which it is refused, if it is."""


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_request_is_refused_by_what_is_wrong_with_it(provider: Provider, wrong: str) -> None:
    change, reason = WRONG[wrong]
    answer = provider.send(provider.ask_but(change))
    if reason == "taken":
        expect_taken(answer)
    else:
        expect_refused(answer, reason)


@pytest.fixture
def post(provider: Provider) -> Callable[[dict[str, str]], httpx.Response]:
    """Post a form to the hub."""
    by_hand, address = provider.by_hand, provider.saml.hub.sso_url
    return lambda form: by_hand.send(by_hand.write("POST", address, form=form))


Post = Callable[[dict[str, str]], httpx.Response]


@pytest.mark.behaviour("saml.told")
def test_a_form_without_a_request_is_told_which_field_is_wanted(post: Post) -> None:
    answer = post({"SAMLResponse": "PHhtbC8+", "RelayState": "state"})
    expect_refused(answer, "request_missing")
    assert "SAMLRequest" in answer.text
    assert "RelayState, SAMLResponse" in answer.text


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("sent", ["&lt;xml/>", "PHhtbC8+!", "PHhtbC8"], ids=["xml", "sign", "cut"])
def test_what_is_no_base64_is_told(post: Post, sent: str) -> None:
    expect_refused(post({"SAMLRequest": sent}), "malformed")


@pytest.mark.behaviour("saml.told")
def test_base64_may_be_broken_into_lines(provider: Provider, post: Post) -> None:
    form = form_of(provider.ask())
    lines = [form["SAMLRequest"][start : start + 64] for start in range(0, len(form["SAMLRequest"]), 64)]
    expect_taken(post(form | {"SAMLRequest": "\r\n".join(lines)}))


@pytest.mark.behaviour("saml.told")
@pytest.mark.parametrize("window", [zlib.MAX_WBITS, -zlib.MAX_WBITS], ids=["zlib", "raw"])
def test_a_request_as_for_a_redirect_is_told_how_it_shall_come(provider: Provider, post: Post, window: int) -> None:
    deflate = zlib.compressobj(wbits=window)
    answer = post({"SAMLRequest": b64encode(deflate.compress(provider.ask()) + deflate.flush()).decode()})
    expect_refused(answer, "binding")
    assert "HTTP-POST" in answer.text


@pytest.mark.behaviour("errors.method")
def test_a_request_by_redirect_is_told_how_it_shall_come(provider: Provider) -> None:
    asked = provider.by_hand.write("GET", f"{provider.saml.hub.sso_url}?SAMLRequest=fZJNT8MwDIbv")
    answer = provider.by_hand.send(asked)
    assert (answer.status_code, answer.headers["allow"]) == (httpx.codes.METHOD_NOT_ALLOWED, "POST")
    assert "HTTP-POST" in answer.text


@pytest.mark.behaviour("saml.relay_state")
def test_a_state_up_to_its_longest_is_taken(provider: Provider, post: Post) -> None:
    form = form_of(provider.ask())
    expect_refused(post(form | {"RelayState": "x" * (LONGEST_STATE + 1)}), "relay_state")
    expect_taken(post(form | {"RelayState": "x" * LONGEST_STATE}))


@pytest.mark.behaviour("saml.xml")
def test_a_message_up_to_its_largest_is_taken(provider: Provider) -> None:
    xml = provider.ask()
    room = LARGEST - len(xml)
    expect_refused(provider.send(xml + b" " * (room + 1)), "too_large")
    expect_taken(provider.send(xml + b" " * room))


@pytest.mark.behaviour("saml.level")
def test_a_person_whom_no_method_identifies_at_the_level_is_not_logged_in_silently(
    provider: Provider, world: WorldControl
) -> None:
    world.expect_login(world.make_person(), "trusted_profile")
    artifact = artifact_of(provider.send(provider.ask(level=Level.HIGH)))
    answer = provider.exchange(artifact, "ID-resolve")
    assert b":status:NoAuthnContext" in answer
    assert b"EncryptedAssertion" not in answer
