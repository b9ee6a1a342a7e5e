"""Values of the right type and the wrong sense: refused at once, and nothing is changed."""

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from mock_server.kernel.making import Recipe, make_person
from mock_server.kernel.people import Person
from mock_server.saml import make_key_pair
from mock_server.shared.federation import Federation
from tests.control.steering import WORLD, Steering

SOMEBODY = make_person(Recipe(1), datetime(2026, 1, 31, tzinfo=UTC))
WRITTEN = TypeAdapter(Person).dump_python(SOMEBODY, mode="json")
KEYS, OTHER = make_key_pair("sp.example", datetime.now(UTC)), make_key_pair("other", datetime.now(UTC))
ENTRY: dict[str, object] = {
    "issuer": "sp.example",
    "name": "Przychodnia",
    "acs_urls": ["https://sp.example/acs"],
    "certificate": KEYS.certificate.pem,
}
WRONG_PEOPLE: list[tuple[dict[str, object], str]] = [
    ({"trusted_profile": {"valid_until": "2026-01-31T12:00:00"}}, "trusted_profile.valid_until: give the time with"),
    ({"trusted_profile": {"valid_until": "0001-01-01T00:00:00+01:00"}}, "trusted_profile.valid_until: the years go"),
    ({"trusted_profile": {"valid_until": "9999-12-31T23:59:59-01:00"}}, "trusted_profile.valid_until: the years go"),
    ({"trusted_profile": {"valid_until": 1769860800}}, "trusted_profile.valid_until: "),
    (
        {"trusted_profile": {"attempts": {"locked_until": "2026-01-31T12:00:00"}}},
        "attempts.locked_until: give the time",
    ),
    ({"trusted_profile": {"attempts": {"wrong": -1}}}, "trusted_profile.attempts.wrong: "),
    ({"trusted_profile": {"bank": "mbnk"}}, "near: mbank"),
    ({"trusted_profile": {"username": " "}}, "trusted_profile.username: "),
    ({"trusted_profile": {"passwrd": "x"}}, "near: password"),
    ({"mobywatel": {"password": ""}}, "mobywatel.password: "),
    ({"mobywatel": {"password": "line\nbreak"}}, "mobywatel.password: "),
    ({"bank_customers": {"mbnk": {"number": "1", "password": "a"}}}, "near: mbank"),
    ({"bank_customers": {"mbank": {"number": "1 ", "password": "a"}}}, "bank_customers.mbank.number: "),
    ({"id_card": {"can": "12345"}}, "id_card.can: write 6 digits"),
    ({"id_card": {"pin1": "٣٣٣٣"}}, "id_card.pin1: write 4 digits"),
    ({"id_card": {"puk": "1234567"}}, "id_card.puk: write 8 digits"),
    ({"id_card": {"wrong_pins": -1}}, "id_card.wrong_pins: "),
    ({"id_card": {"valid_until": 0}}, "id_card.valid_until: "),
    ({"id_card": {"number": "\t"}}, "id_card.number: "),
    ({"given_name": "An\u0000na"}, "given_name: write one line"),
    ({"given_name": "An\u200bna"}, "given_name: write one line"),
    ({"given_name": "A" * 1025}, "given_name: this has at most"),
    ({"family_name": "  "}, "family_name: this must not be blank"),
    ({"phone": "500 600 700"}, "phone: "),
    ({"email": "nobody"}, "email: "),
    ({"children": ["44051401350"]}, "children.0: the check digit"),
    ({"may_see": ["1"]}, "may_see.0: a PESEL is 11 digits"),
    ({"children": [SOMEBODY.pesel]}, "nobody is their own child"),
    ({"may_see": [SOMEBODY.pesel]}, "authorised to see their own"),
    ({"shoe_size": 43}, "shoe_size: there is no such field"),
]


def told(steering: Steering, method: str, path: str, body: object, status: int = 422) -> str:
    refused = steering.ask(method, WORLD + path, body)
    assert refused.status_code == status, refused.text
    error: str = refused.json()["error"]
    return error


def merged(old: dict[str, object], new: dict[str, object]) -> dict[str, object]:
    def one(name: str, value: object) -> object:
        before = old.get(name)
        return merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value

    return old | {name: one(name, value) for name, value in new.items()}


@pytest.mark.parametrize(("change", "why"), WRONG_PEOPLE)
def test_a_person_who_makes_no_sense_is_neither_added_nor_made_of_another(
    steering: Steering, change: dict[str, object], why: str
) -> None:
    assert why in told(steering, "PUT", "/people", merged(WRITTEN, change))
    assert list(steering.world.people) == []
    steering.ask("PUT", f"{WORLD}/people", WRITTEN)
    assert why in told(steering, "PATCH", f"/people/{SOMEBODY.pesel}", change)
    assert list(steering.world.people) == [SOMEBODY]


@pytest.mark.parametrize(
    "body",
    [
        {"given_name": ""},
        {"family_name": "\u2028"},
        {"birth_date": 0},
        {"seed": "7"},
        {"seed": 1.5},
        {"confirmation": "fax"},
        {"holdings": ["passport"]},
        {"holding": ["banks"]},
    ],
)
def test_nobody_is_drawn_from_what_makes_no_sense(steering: Steering, body: dict[str, object]) -> None:
    (field,) = body
    assert f"{field}" in told(steering, "POST", "/people", body)
    assert list(steering.world.people) == []


def test_a_second_bank_is_added_by_a_change(steering: Steering) -> None:
    pesel = steering.person().pesel
    steering.ask("PATCH", f"{WORLD}/people/{pesel}", {"bank_customers": None})
    steering.ask("DELETE", f"{WORLD}/people/{pesel}/credentials/banks")
    for bank in ("mbank", "ing"):
        customer = {bank: {"number": "1", "password": "a"}}
        assert steering.ask("PATCH", f"{WORLD}/people/{pesel}", {"bank_customers": customer}).status_code == 200
    assert list(next(iter(steering.world.people)).bank_customers) == ["mbank", "ing"]


def test_a_child_that_cannot_be_is_no_child_of_anybody(steering: Steering) -> None:
    parent = steering.person()
    child = steering.ask("POST", f"{WORLD}/people/{parent.pesel}/children", {"seed": 5}).json()
    told(steering, "POST", f"/people/{parent.pesel}/children", {"seed": 5}, status=409)
    assert parent.children == [child["pesel"]]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ({"site": "mbank", "status": 99}, "99"),
        ({"site": "mbank", "status": 1000}, "1000"),
        ({"site": "mbank", "status": 204}, "204"),
        ({"site": "mbank", "status": 503, "delay": 5}, "delay: there is no such field; known: site, status"),
        ({"site": "mbnk"}, "near: mbank"),
        ({"site": ""}, "no site is named ''"),
        ({"template": "login/frnt.html", "old": "<h1>", "new": "x"}, "near: login/front.html"),
        ({"template": "login/../login/front.html", "old": "<h1>", "new": "x"}, "no template is named"),
        ({"template": "login/front.html", "old": "{% block contnt %}", "new": "x"}, "near: {% block content %}"),
        ({"template": "login/front.html", "old": "", "new": "x"}, "old is a text of the template"),
        ({"template": "login/front.html", "old": "<h1>", "new": "<h1>"}, "new another"),
        ({"template": "login/front.html", "old": "<h1>", "new": "{{ oh"}, "no template any more"),
        ({"template": "login/front.html", "old": "<h1>", "new": "{{ 1|no_filter }}"}, "no_filter"),
        ({"rule": "login_mobywatel.code_is_alive", "how": "negate"}, "near: login_mobywatel.code_is_live"),
        ({"rule": "login_mobywatel.code_is_live", "how": "negate", "value": 1}, "value counts only"),
        ({"rule": "login_mobywatel.code_is_live", "how": "always", "delay": 1}, "delay: there is no such field"),
        ({"site": "mbank", "how": "raise", "rule": "login_mobywatel.code_is_live"}, "site: there is no such field"),
        ({"rule": "login_mobywatel.code_is_live", "how": "sometimes"}, "how: "),
        ({"status": 503}, "say what the fault breaks: a rule, a template or a site"),
        ([], "say what the fault breaks"),
    ],
)
def test_a_fault_that_could_never_show_is_refused_with_what_is_near(
    steering: Steering, fault: object, why: str
) -> None:
    assert why in told(steering, "PUT", "/faults/mine", fault)
    assert steering.world.faults.planted == {}


def test_a_fault_of_a_page_may_build_on_another(steering: Steering) -> None:
    for name, old, new in (("first", "<h1>", "<h1>Uwaga: "), ("second", "Uwaga: ", "Awaria: ")):
        planted = steering.ask(
            "PUT", f"{WORLD}/faults/{name}", {"template": "login/front.html", "old": old, "new": new}
        )
        assert planted.status_code == 200
    assert "<h1>Awaria: " in steering.reach("GET", "/", host="login.localhost:7").text


@pytest.mark.parametrize("name", ["sms.any_kode", "sms.any_cod"])
def test_a_fault_of_the_catalogue_is_told_with_what_is_near(steering: Steering, name: str) -> None:
    assert "sms.any_code" in told(steering, "POST", f"/faults/{name}", None, status=404)


@pytest.mark.parametrize(
    "now", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "2026-01-31T12:00:00", 20260131]
)
def test_a_clock_goes_to_no_such_time(steering: Steering, now: object) -> None:
    assert "now: " in told(steering, "PUT", "/clock", {"now": now})
    assert abs((steering.world.clock.now() - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"logout_url": "http://["}, "logout_url: 'http://['"),
        ({"logout_url": "http://sp.example:99999/"}, "logout_url: "),
        ({"issuer": ""}, "issuer: this must not be blank"),
        ({"issuer": "sp\u0000"}, "issuer: "),
        ({"name": " "}, "name: "),
        ({"acs_urls": [""]}, "acs_urls.0: "),
        ({"acs_urls": ["javascript:alert(1)"]}, "acs_urls.0: "),
        ({"acs_urls": ["https://sp.example/acs", "/acs"]}, "acs_urls.1: "),
        ({"acs_urls": ["https://sp.example/a b"]}, "acs_urls.0: "),
        ({"acs_urls": ["https://sp.example/acs#"]}, "acs_urls.0: "),
        ({"acs_urls": ["https://@sp.example/acs"]}, "acs_urls.0: "),
        ({"acs_urls": ["https://sp.example\\acs"]}, "acs_urls.0: "),
        ({"acs_url": "https://sp.example/acs"}, "near: acs_urls"),
        ({"encryption_certificate": KEYS.certificate.pem + OTHER.certificate.pem}, "one certificate"),
    ],
)
def test_a_provider_that_makes_no_sense_is_refused(steering: Steering, change: dict[str, object], why: str) -> None:
    assert why in told(steering, "POST", "/providers", ENTRY | change)
    assert steering.ask("GET", f"{WORLD}/providers").json() == []


def test_a_second_pem_is_a_second_certificate(steering: Steering) -> None:
    both = {"certificate": KEYS.certificate.pem + OTHER.certificate.pem}
    assert steering.ask("POST", f"{WORLD}/providers", ENTRY | both).status_code == 200
    registered = steering.world.state(Federation).providers["sp.example"]
    assert registered.signing_certificates == (KEYS.certificate, OTHER.certificate)


@pytest.mark.parametrize("address", ["", "login", "javascript:alert(1)", "http://["])
def test_a_hub_is_given_no_destination_that_nobody_could_send_to(steering: Steering, address: str) -> None:
    assert "destinations.0: " in told(steering, "PATCH", "/hub", {"destinations": [address]})
    assert steering.world.state(Federation).destinations == ()


def test_an_issuer_that_is_forgotten_is_told_with_what_is_near(steering: Steering) -> None:
    steering.ask("POST", f"{WORLD}/providers", ENTRY)
    assert "near: sp.example" in told(steering, "DELETE", "/providers?issuer=sp.exmple", None, status=404)


@pytest.mark.parametrize("path", ["", "/clock", "/people"])
def test_a_world_that_is_not_there_is_told_with_what_is_near(steering: Steering, path: str) -> None:
    refused = steering.ask("GET", f"/worlds/mian{path}")
    assert (refused.status_code, "near: main" in refused.json()["error"]) == (404, True)


@pytest.mark.parametrize("name", ["sms.any_code", "...", "x" * 101, "a%0ab", "%00"])
def test_a_fault_of_ones_own_has_a_name_of_its_own(steering: Steering, name: str) -> None:
    refused = steering.ask("PUT", f"{WORLD}/faults/{name}", {"site": "mbank"})
    assert refused.status_code == 422
    assert steering.ask("GET", f"{WORLD}/faults").json() == []


def test_a_seed_with_a_sign_is_refused_since_it_draws_whom_the_other_draws(steering: Steering) -> None:
    for path in ("/people", f"/people/{steering.person().pesel}/children"):
        refused = steering.ask("POST", f"{WORLD}{path}", {"seed": -1})
        assert refused.status_code == 422
        assert "a seed is 0 or more" in refused.json()["error"]
