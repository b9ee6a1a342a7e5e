"""What the control API refuses: the status says whose fault it is, the message what to do, word for word."""

import pytest

from mock_server.kernel.rules import rules
from mock_server.saml import make_key_pair
from mock_server.sites.login.methods import METHODS
from tests.control.steering import WORLD, Steering, refusal

NOBODY = "44051401359"
NONE_OF_THEM = "nobody in this world has that PESEL"
KNOWN_METHODS = ", ".join(method.id for method in METHODS)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "told"),
    [
        ("PUT", WORLD, None, 409, "a world named main is there already: drop it first or choose another name"),
        (
            "PUT",
            "/worlds/no_underscores",
            None,
            422,
            "'no_underscores' cannot name a world: use 1–32 lower-case letters, digits and single hyphens inside",
        ),
        (
            "GET",
            "/worlds/not-there",
            None,
            404,
            "there is no world named 'not-there': make it with PUT /control/worlds/not-there; known: main",
        ),
        (
            "PUT",
            f"{WORLD}/clock",
            {"now": "2026-01-01T00:00:00"},
            422,
            "PUT /worlds/{world}/clock: now: give the time with its zone, as in 2026-01-31T12:00:00+01:00",
        ),
        ("PUT", f"{WORLD}/clock", {}, 422, "PUT /worlds/{world}/clock: now: Field required"),
        (
            "POST",
            f"{WORLD}/clock/advance",
            {"seconds": "1", "secnods": 1},
            422,
            "POST /worlds/{world}/clock/advance: seconds: Input should be a valid number; secnods: there is no such "
            "field; near: seconds",
        ),
        (
            "POST",
            f"{WORLD}/clock/advance",
            {"seconds": 1e300},
            422,
            "POST /worlds/{world}/clock/advance: seconds: Input should be less than or equal to 10000000000",
        ),
        (
            "POST",
            f"{WORLD}/clock/advance",
            {"seconds": float("nan")},
            422,
            "POST /worlds/{world}/clock/advance: seconds: Input should be a finite number",
        ),
        ("POST", f"{WORLD}/clock/advance", {"seconds": 1e10}, 422, "the clock goes from the year 1900 to 2289"),
        (
            "PUT",
            f"{WORLD}/clock",
            {"now": "2290-01-01T00:00:00Z"},
            422,
            "PUT /worlds/{world}/clock: now: the clock goes from the year 1900 to 2289",
        ),
        (
            "PATCH",
            f"{WORLD}/settings",
            {"reading_seconds": float("inf")},
            422,
            "PATCH /worlds/{world}/settings: reading_seconds: Input should be less than or equal to 86400",
        ),
        (
            "POST",
            f"{WORLD}/people",
            {"birth_date": "1799-12-31"},
            422,
            "birth_date: a PESEL carries the years 1800 to 2299, not 1799",
        ),
        (
            "POST",
            f"{WORLD}/people",
            {"birth_date": "2300-01-01"},
            422,
            "birth_date: a PESEL carries the years 1800 to 2299, not 2300",
        ),
        (
            "PATCH",
            f"{WORLD}/settings",
            {"reading_seconds": -0.1},
            422,
            "PATCH /worlds/{world}/settings: reading_seconds: Input should be greater than or equal to 0",
        ),
        (
            "POST",
            f"{WORLD}/faults/no.such",
            None,
            404,
            "no fault of the catalogue is named 'no.such'; GET /control/faults lists them",
        ),
        ("PUT", f"{WORLD}/next-login", {"pesel": NOBODY}, 422, NONE_OF_THEM),
        (
            "DELETE",
            f"{WORLD}/providers?issuer=nobody",
            None,
            404,
            "no provider with the issuer 'nobody' is registered in this world; known: none",
        ),
        (
            "DELETE",
            f"{WORLD}/providers",
            None,
            422,
            "DELETE /worlds/{world}/providers: say which: ?issuer=…",
        ),
        (
            "POST",
            f"{WORLD}/providers/from-metadata",
            {"metadata": "<a/>"},
            422,
            "expected md:EntityDescriptor, got a",
        ),
        ("GET", f"{WORLD}/people/{NOBODY}", None, 404, NONE_OF_THEM),
        ("DELETE", f"{WORLD}/people/{NOBODY}", None, 404, NONE_OF_THEM),
        ("POST", f"{WORLD}/people/{NOBODY}/children", {}, 404, NONE_OF_THEM),
        ("POST", f"{WORLD}/phones/{NOBODY}/codes", {"code": "a"}, 404, NONE_OF_THEM),
        ("PUT", f"{WORLD}/people/{NOBODY}/credentials/banks", {}, 404, NONE_OF_THEM),
    ],
)
def test_a_refusal_says_what_is_wrong(
    steering: Steering, method: str, path: str, body: object, status: int, told: str
) -> None:
    assert refusal(steering, method, path, body) == (status, told)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "told"),
    [
        (
            "PUT",
            "/next-login",
            {"pesel": "{pesel}", "method": "fax"},
            422,
            f"no method is named 'fax'; known: {KNOWN_METHODS}",
        ),
        (
            "PUT",
            "/next-login",
            {"pesel": "{pesel}", "bank": "mbnk"},
            422,
            "no institution is named 'mbnk'; near: mbank",
        ),
        (
            "PUT",
            "/next-login",
            {"pesel": "{pesel}", "level": "top"},
            422,
            "no level is named 'top'; known: low, substantial, high",
        ),
        (
            "DELETE",
            "/people/{pesel}/credentials/passport",
            None,
            404,
            "no credentials are named 'passport'; known: trusted_profile, banks, id_card, mobywatel",
        ),
        (
            "PATCH",
            "/people/{pesel}",
            {"id_card": {"pin": 1, "colour": 2}},
            422,
            "PATCH /worlds/{world}/people/{pesel}: id_card.pin: there is no such field; near: pin1; id_card.colour: "
            "there is no such field; known: number, can, pin1, puk, valid_until, revoked, wrong_pins, wrong_puks, "
            "can_attempts",
        ),
        (
            "PATCH",
            "/people/{pesel}",
            {"pesel": NOBODY},
            422,
            "a PESEL cannot change: remove the person and add another",
        ),
        ("PATCH", "/people/{pesel}", [], 422, "PATCH /worlds/{world}/people/{pesel}: body: Input should be an object"),
    ],
)
def test_a_refusal_about_a_person_says_what_is_wrong(
    steering: Steering, method: str, path: str, body: object, status: int, told: str
) -> None:
    pesel = steering.person().pesel
    if isinstance(body, dict) and body.get("pesel") == "{pesel}":
        body = body | {"pesel": pesel}
    assert refusal(steering, method, WORLD + path.replace("{pesel}", pesel), body) == (status, told)


def test_a_fault_of_no_rule_is_told_every_rule_there_is(steering: Steering) -> None:
    known = ", ".join(sorted(rules()))
    body = {"rule": "no.rule", "how": "negate"}
    told = f"no rule is named no.rule; known: {known}"
    assert refusal(steering, "PUT", f"{WORLD}/faults/mine", body) == (422, told)


def test_a_phone_without_the_app_is_told_how_to_have_it(steering: Steering) -> None:
    person = steering.person()
    person.mobywatel = None
    assert refusal(steering, "POST", f"{WORLD}/phones/{person.pesel}/codes", {"code": "a"}) == (
        409,
        "this person has no mObywatel: PUT …/people/{pesel}/credentials/mobywatel",
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"certificate": "none"}, "sp.example: the certificate is not PEM: "),
        ({"issuer": "ikp.pacjent.gov.pl"}, "ikp.pacjent.gov.pl is one of the mock's own service providers: "),
        ({"acs_urls": []}, "POST /worlds/{world}/providers: acs_urls: "),
        ({"level": "top"}, "POST /worlds/{world}/providers: level: "),
    ],
)
def test_a_provider_that_cannot_be_is_refused(steering: Steering, change: dict[str, object], told: str) -> None:
    certificate = make_key_pair("sp.example", steering.world.clock.now()).certificate.pem
    entry = {"issuer": "sp.example", "name": "P", "acs_urls": ["https://sp.example/acs"], "certificate": certificate}
    status, error = refusal(steering, "POST", f"{WORLD}/providers", entry | change)
    assert status == 422
    assert error.startswith(told)
    assert steering.ask("GET", f"{WORLD}/providers").json() == []


def test_whoever_brings_no_token_is_told_which() -> None:
    told = "send the token that the server printed at its start: Authorization: Bearer TOKEN"
    assert refusal(Steering("secret"), "GET", "/worlds") == (401, told)


@pytest.mark.parametrize(("method", "path", "status"), [("PATCH", "/worlds", 405), ("GET", "/wrlds", 404)])
def test_a_port_that_is_none_spoils_no_refusal(steering: Steering, method: str, path: str, status: int) -> None:
    headers = {"Content-Type": "application/json", "Host": "localhost:99999"}
    refused = steering.send(method, f"/control{path}", b"", headers)
    assert refused.status_code == status
    assert path in refused.json()["error"]
