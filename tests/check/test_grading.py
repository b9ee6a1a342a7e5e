"""While tests are graded a mock alters what it is told to, in every world, and tells what it saw."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.check.answers import SENDS
from mock_server.check.grading import PLANTS, GradingOrder, What, is_gradable
from mock_server.check.orders import ORDER_FILE, read_seen
from mock_server.check.plants import _DEEDS
from mock_server.client import Control, ControlFailed, WorldControl
from mock_server.command.assembling import assemble
from mock_server.command.running import RunningServer
from mock_server.kernel.people import Person
from mock_server.kernel.pesel import birth_date_of
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.errors import SamlRefused, StatusNotSuccess
from mock_server.saml.levels import Level
from mock_server.saml.model import Assertion
from mock_server.server.config import Config
from mock_server.server.option_values import GRADING_VARIABLE
from mock_server.web.addresses import Addresses

LogIn = Callable[..., Assertion]


@pytest.fixture
def ann(world: WorldControl) -> Person:
    return world.make_person(1)


@pytest.fixture
def log_in(new_http_browser: Callable[[], HttpBrowser], provider: Provider, ann: Person) -> LogIn:
    def logged_in(request: str = "ID-1", *, cancels: bool = False) -> Assertion:
        visitor = new_http_browser()
        visitor.stop_at = "https://"
        xml = provider.saml.build_authn_request(RequestOptions(), request_id=request, now=provider.world.now())
        query = {} if cancels else {"login_as": ann.pesel, "method": "trusted_profile"}
        visitor.post(f"{provider.saml.hub.sso_url}?{urlencode(query)}", **form_of(xml))
        if cancels:
            visitor.submit("/anuluj")
        (form,) = visitor.page.forms
        return provider.resolve(dict(form.fields)["SAMLart"], request)

    return logged_in


@pytest.fixture
def order(control: Control) -> Iterator[Callable[..., None]]:
    yield lambda **given: control.give_order(GradingOrder(**given))
    control.end_grading()


def times(control: Control, what: What) -> int:
    return sum(number for one, number in control.seen().seen.items() if one.what is what)


def test_the_good_answer_comes_in_the_place_of_the_one_that_was_chosen(
    control: Control, world: WorldControl, log_in: LogIn, ann: Person, order: Callable[..., None]
) -> None:
    order(replace="sig.none")
    world.choose_answer("ID-1", "sig.none")
    world.choose_answer("ID-2", "sig.foreign_cert")
    assert log_in("ID-1").subject.pesel == ann.pesel
    with pytest.raises(SamlRefused):
        log_in("ID-2")
    assert (times(control, What.ALTERED), times(control, What.LOGIN), times(control, What.SENT)) == (1, 2, 2)
    assert {one.answer for one in control.seen().seen if one.what is What.ASKED} == {"sig.none", "sig.foreign_cert"}


def test_somebody_else_logs_in(order: Callable[..., None], log_in: LogIn, ann: Person) -> None:
    order(plant="other_person")
    told = log_in().subject
    assert (told.given_name, told.family_name) == ("Bogdan", "Obcy")
    assert told.pesel != ann.pesel


def test_another_pesel_is_of_the_same_day_and_sex(order: Callable[..., None], log_in: LogIn, ann: Person) -> None:
    order(plant="other_pesel")
    told = log_in().subject
    assert told.pesel != ann.pesel
    assert birth_date_of(told.pesel) == ann.birth_date
    assert int(told.pesel[9]) % 2 == int(ann.pesel[9]) % 2
    assert told.family_name == ann.family_name


def test_names_are_odd_and_the_pesel_is_right(order: Callable[..., None], log_in: LogIn, ann: Person) -> None:
    order(plant="odd_names")
    told = log_in().subject
    assert (told.pesel, told.given_name) == (ann.pesel, ann.given_name)
    assert "'" in told.family_name


def test_the_level_is_another(order: Callable[..., None], log_in: LogIn) -> None:
    order(plant="other_level")
    assert log_in().level is Level.HIGH


def test_everybody_cancels(order: Callable[..., None], log_in: LogIn) -> None:
    order(plant="cancelled")
    with pytest.raises(StatusNotSuccess):
        log_in()


def test_who_cancels_is_in_as_somebody(control: Control, order: Callable[..., None], log_in: LogIn) -> None:
    order(plant="failed_is_in")
    log_in("ID-1")
    assert not times(control, What.ALTERED)
    assert log_in("ID-2", cancels=True).subject.given_name == "Bogdan"
    assert times(control, What.ALTERED) == 1


def test_worlds_to_come_are_counted_too(control: Control, order: Callable[..., None]) -> None:
    order()
    later = control.create_world("comes-later")
    later.choose_answer("next", "sig.none")
    later.drop()
    assert times(control, What.ASKED) == 1


def test_nothing_is_altered_once_it_has_ended(
    control: Control, order: Callable[..., None], log_in: LogIn, ann: Person
) -> None:
    order(plant="other_person")
    control.end_grading()
    assert log_in().subject.pesel == ann.pesel
    assert control.seen().seen == {}


@pytest.mark.parametrize(
    "wrong", [{"replace": "sig.non"}, {"plant": "slower"}, {"replace": "sig.none", "plant": "slow"}]
)
def test_an_order_that_cannot_be_done_is_refused(control: Control, wrong: dict[str, str]) -> None:
    with pytest.raises(ControlFailed, match=r"near: |not both"):
        control._call("PUT", "/grading", dict, wrong)


def test_a_mock_that_a_test_starts_finds_its_order_and_names_the_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv(GRADING_VARIABLE, str(tmp_path))
    (tmp_path / ORDER_FILE).write_text(json.dumps({"plant": "hub_out"}))
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        world = control.create_world("other")
        world.choose_answer("next", "sig.none")
    seen = [(one.what, one.answer, one.test) for one in read_seen(tmp_path).seen]
    name = request.node.nodeid
    assert seen == [(What.MOCK, "", name), (What.ASKED, "sig.none", name)]


def test_a_folder_without_an_order_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(GRADING_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(ValueError, match="no order"):
        assemble(Config(Addresses()))


def test_every_plant_has_its_deed() -> None:
    assert set(_DEEDS) == set(PLANTS)


def test_only_what_must_be_refused_and_is_done_by_the_mock_is_graded() -> None:
    gradable = {send for send in SENDS if is_gradable(send)}
    assert {"sig.none", "addr.aud_other", "net.status:500", "out.unsigned"} <= gradable
    assert not {"ok.pretty:messages", "sig.inner_none", "art.source", "out.answer_bad:unsigned"} & gradable
