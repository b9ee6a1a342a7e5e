"""Answers chosen through the control API: each login its own, once, and the others as ever."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import ControlFailed, WorldControl
from mock_server.kernel.people import Person
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.errors import SamlRefused
from mock_server.saml.model import Assertion


@pytest.fixture
def ann(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def log_in(new_http_browser: Callable[[], HttpBrowser], provider: Provider, ann: Person) -> Callable[[str], Assertion]:
    def logged_in(request: str) -> Assertion:
        visitor = new_http_browser()
        visitor.stop_at = "https://"
        xml = provider.saml.build_authn_request(RequestOptions(), request_id=request, now=provider.world.now())
        visitor.post(f"{provider.saml.hub.sso_url}?{urlencode({'login_as': ann.pesel})}", **form_of(xml))
        (form,) = visitor.page.forms
        return provider.resolve(dict(form.fields)["SAMLart"], request)

    return logged_in


def refusal(log_in: Callable[[str], Assertion], request: str) -> str:
    with pytest.raises(SamlRefused) as refused:
        log_in(request)
    return refused.value.code


def test_a_login_is_answered_as_chosen_and_others_as_ever(
    world: WorldControl, log_in: Callable[[str], Assertion], ann: Person
) -> None:
    chosen = world.choose_answer("ID-1", "sig.none")
    assert (chosen.request, chosen.answer, chosen.other.given_name) == ("ID-1", "sig.none", "Bogdan")
    assert log_in("ID-2").subject.pesel == ann.pesel
    assert refusal(log_in, "ID-1") == "unsigned"
    sent = world.sent_answer("ID-1")
    assert {one.place for one in sent.changes if one.good and not one.sent} >= {"A/Signature", "R/Signature"}
    assert [one for one in sent.assertions if "90010112349" in one]
    assert ann.pesel not in sent.sent


def test_the_next_login_is_answered_as_chosen_once(
    world: WorldControl, log_in: Callable[[str], Assertion], ann: Person
) -> None:
    world.choose_answer("next", "sig.foreign_cert")
    assert refusal(log_in, "ID-1") == "certificate_foreign"
    assert log_in("ID-2").subject.pesel == ann.pesel


def test_the_good_answer_is_chosen_to_be_remembered(
    world: WorldControl, log_in: Callable[[str], Assertion], ann: Person
) -> None:
    world.choose_answer("ID-1", "good")
    told = log_in("ID-1")
    sent = world.sent_answer("ID-1")
    assert (sent.sent, sent.changes, sent.session_index) == (sent.good, [], told.id)
    assert sent.person.pesel == ann.pesel


def test_bob_may_be_somebody_of_this_world(world: WorldControl) -> None:
    bob = world.make_person(2)
    assert world.choose_answer("ID-1", "sig.none", other=bob.pesel).other.pesel == bob.pesel
    with pytest.raises(ControlFailed, match="nobody in this world has that PESEL"):
        world.choose_answer("ID-1", "sig.none", other="90010112349")


@pytest.mark.parametrize(
    ("answer", "more", "told"),
    [
        ("sig.nine", {}, "no answer is named 'sig.nine'; near: .*sig.none"),
        ("sig.none", {"skew": 3}, "skew"),
        ("sig.ref_external:http", {}, "needs a listener"),
        ("sig.retired_key", {}, "keys=new first"),
        ("sig.none", {"session_seconds": 60}, "session_seconds goes with good alone"),
    ],
)
def test_what_makes_no_sense_is_refused(world: WorldControl, answer: str, more: dict[str, object], told: str) -> None:
    with pytest.raises(ControlFailed, match=told):
        world.choose_answer("ID-1", answer, **more)


def test_of_a_login_that_nobody_chose_nothing_is_told(world: WorldControl, log_in: Callable[[str], Assertion]) -> None:
    log_in("ID-1")
    with pytest.raises(ControlFailed, match="no login of the request 'ID-1' was answered by choice yet"):
        world.sent_answer("ID-1")


def test_a_further_artifact_tells_of_somebody_else(
    world: WorldControl, provider: Provider, log_in: Callable[[str], Assertion]
) -> None:
    world.choose_answer("ID-1", "good")
    log_in("ID-1")
    bob = world.make_person(2)
    artifact = world.issue_artifact("ID-1", "good", pesel=bob.pesel)
    assert provider.resolve(artifact, "ID-1").subject.pesel == bob.pesel


def test_rolled_keys_are_announced_before_they_sign(
    world: WorldControl, provider: Provider, log_in: Callable[[str], Assertion], ann: Person
) -> None:
    world.change_hub(keys="both")
    assert log_in("ID-1").subject.pesel == ann.pesel
    world.change_hub(keys="new")
    assert refusal(log_in, "ID-2") == "certificate_foreign"
    world.choose_answer("ID-3", "sig.retired_key")
    assert log_in("ID-3").subject.pesel == ann.pesel  # which still trusts the old keys
