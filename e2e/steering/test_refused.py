"""A wish that makes no sense is refused in a sentence that says what to do, and nothing has changed."""

from dataclasses import dataclass
from typing import Any

import pytest

from e2e.steering.bodies import EMPTY, PLACE, PRESCRIPTION
from e2e.steering.conftest import Steer
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("errors.silent")

RULE, TEMPLATE = "mojeid.consent_is_for_what_was_shown", "web/layout.html"
TERM = {"service": "hpv", "starts_at": "2026-12-01T10:00:00+01:00"}


@dataclass(frozen=True)
class Wish:
    """Something that is asked of a world with two people.

    Attributes:
        body: sent as it is, or made of both.
        said: what the refusal must name.
    """

    method: str
    path: str
    status: int
    said: str
    body: Any = None


WISHES: dict[str, Wish] = {
    "two-ages": Wish("POST", "/people", 422, "not both", {"age": 40, "birth_date": "1980-01-01"}),
    "too-old": Wish("POST", "/people", 422, "120", {"age": 121}),
    "seed-below-nothing": Wish("POST", "/people", 422, "0 or more", {"seed": -1}),
    "unknown-holding": Wish("POST", "/people", 422, "trusted_profile", {"holdings": ["passport"]}),
    "unknown-field": Wish("POST", "/people", 422, "given_name", {"name": "Jan"}),
    "born-in-1799": Wish("POST", "/people", 422, "birth_date", {"birth_date": "1799-12-31"}),
    "same-person-twice": Wish("PUT", "/people", 409, "is taken", lambda one, _: one),
    "born-on-another-day": Wish(
        "PUT", "/people", 422, "birth_date says", lambda one, _: one | {"birth_date": "1901-01-01"}
    ),
    "pesel-of-ten-digits": Wish("PUT", "/people", 422, "PESEL", lambda one, _: one | {"pesel": "8001011234"}),
    "pesel-with-a-slip": Wish("PUT", "/people", 422, "check digit", lambda one, _: one | {"pesel": slip(one["pesel"])}),
    "another-pesel": Wish("PATCH", "/people/{one}", 422, "cannot change", lambda _, two: {"pesel": two["pesel"]}),
    "user-name-of-another": Wish(
        "PATCH",
        "/people/{one}",
        409,
        "user name",
        lambda _, two: {"trusted_profile": {"username": two["trusted_profile"]["username"]}},
    ),
    "card-of-another": Wish(
        "PATCH", "/people/{one}", 409, "card", lambda _, two: {"id_card": {"number": two["id_card"]["number"]}}
    ),
    "customer-number-of-another": Wish(
        "PATCH",
        "/people/{one}",
        409,
        "customer number",
        lambda _, two: {"bank_customers": {"ing": {"number": two["bank_customers"]["ing"]["number"]}}},
    ),
    "own-child": Wish("PATCH", "/people/{one}", 422, "their own", lambda one, _: {"children": [one["pesel"]]}),
    "unknown-credentials": Wish("PUT", "/people/{one}/credentials/id-card", 404, "id_card"),
    "naive-time": Wish("PUT", "/clock", 422, "zone", {"now": "2026-11-30T12:00:00"}),
    "time-beyond-all-years": Wish("POST", "/clock/advance", 422, "seconds", {"seconds": 1e12}),
    "right-over-oneself": Wish(
        "POST", "/authorisations", 422, "their own", lambda one, _: {"owner": one["pesel"], "authorised": one["pesel"]}
    ),
    "right-from-a-stranger": Wish(
        "POST",
        "/authorisations",
        422,
        "granted_by",
        lambda one, two: {"owner": one["pesel"], "authorised": two["pesel"], "granted_by": two["pesel"]},
    ),
    "right-to-nothing": Wish(
        "POST",
        "/authorisations",
        422,
        "scope",
        lambda one, two: {"owner": one["pesel"], "authorised": two["pesel"], "scope": []},
    ),
    "right-that-ends-first": Wish(
        "POST",
        "/authorisations",
        422,
        "last_day",
        lambda one, two: {
            "owner": one["pesel"],
            "authorised": two["pesel"],
            "first_day": "2026-12-02",
            "last_day": "2026-12-01",
        },
    ),
    "right-that-nobody-has": Wish("DELETE", "/authorisations/none", 404, "GET"),
    "places-twice": Wish("PUT", "/places", 422, "point", {"places": [PLACE, PLACE]}),
    "terms-nowhere": Wish("GET", "/places/nowhere/terms?service=hpv", 404, "places"),
    "terms-for-nothing": Wish("GET", "/places/{place}/terms", 422, "?service="),
    "terms-of-another-service": Wish(
        "PUT", "/places/{place}/terms", 422, "nobody is seen for", {"terms": [TERM | {"service": "prevention"}]}
    ),
    "terms-twice": Wish("PUT", "/places/{place}/terms", 422, "two terms", {"terms": [TERM, TERM]}),
    "term-at-a-second": Wish(
        "PUT", "/places/{place}/terms", 422, "full minute", {"terms": [TERM | {"starts_at": "2026-12-01T10:00:01Z"}]}
    ),
    "term-without-a-seat": Wish("PUT", "/places/{place}/terms", 422, "100 seats", {"terms": [TERM | {"seats": 0}]}),
    "unknown-fault": Wish("POST", "/faults/session-cookie-readabel", 404, "near:"),
    "fault-of-no-rule": Wish("PUT", "/faults/mine", 422, "consent_is_for", {"rule": f"{RULE}s", "how": "negate"}),
    "fault-of-no-template": Wish(
        "PUT",
        "/faults/mine",
        422,
        "layout.html",
        {"template": "layuot.html", "old": "a", "new": "b"},
    ),
    "fault-that-changes-nothing": Wish(
        "PUT",
        "/faults/mine",
        422,
        "old does not occur",
        {"template": TEMPLATE, "old": "nowhere in it", "new": "b"},
    ),
    "fault-that-is-no-template": Wish(
        "PUT",
        "/faults/mine",
        422,
        "no template any more",
        {"template": TEMPLATE, "old": "<main", "new": "{% if %}<main"},
    ),
    "site-that-is-out-well": Wish("PUT", "/faults/mine", 422, "400 to 599", {"site": "mojeid", "status": 200}),
    "site-that-is-none": Wish("PUT", "/faults/mine", 422, "mojeid", {"site": "mojeidd", "status": 503}),
    "metadata-in-neither-way": Wish("POST", "/providers/from-metadata", 422, "metadata_base64"),
    "metadata-that-is-none": Wish(
        "POST", "/providers/from-metadata", 422, "EntityDescriptor", {"metadata": "<nothing/>"}
    ),
    "provider-that-nobody-knows": Wish("DELETE", "/providers?issuer=https://nobody.example", 404, "nobody.example"),
    "provider-of-which": Wish("DELETE", "/providers", 422, "?issuer="),
    "node-that-is-none": Wish("PATCH", "/hub", 422, "symulator", {"node": "test"}),
    "question-that-is-none": Wish("GET", "/journal?secret=true", 422, "secrets"),
    "question-twice": Wish("GET", "/journal?secrets=true&secrets=false", 422, "twice"),
    "record-that-ends-first": Wish(
        "PUT",
        "/people/{one}/record",
        422,
        "valid_until",
        EMPTY | {"prescriptions": [PRESCRIPTION | {"valid_until": "2026-11-01"}]},
    ),
    "record-with-one-id-twice": Wish(
        "PUT",
        "/people/{one}/record",
        422,
        "two prescriptions",
        EMPTY | {"prescriptions": [PRESCRIPTION, PRESCRIPTION]},
    ),
    "results-of-no-referral": Wish(
        "PUT", "/people/{one}/prevention/referrals/none/results", 404, "no referral", {"results": []}
    ),
    "method-that-a-path-has-not": Wish("POST", "/open", 405, "GET"),
    "path-that-is-nowhere": Wish("GET", "/poeple", 404, "people"),
}


def slip(pesel: str) -> str:
    """A PESEL with another last digit."""
    return f"{pesel[:-1]}{(int(pesel[-1]) + 1) % 10}"


def everything(steer: Steer, one: str) -> list[Any]:
    """What any of the wishes could have changed."""
    asked = ("/people", "/clock", "/faults", "/authorisations", "/places", "/providers", f"/people/{one}/record")
    return [steer("GET", path).json() for path in asked]


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_that_makes_no_sense_says_why_and_changes_nothing(
    steer: Steer, world: WorldControl, make_person: PersonMaker, wish: str
) -> None:
    world.freeze()
    one, two = (steer("GET", f"/people/{make_person().pesel}").json() for _ in range(2))
    steer("PUT", "/places", {"places": [PLACE]})
    before, wished = everything(steer, one["pesel"]), WISHES[wish]
    body = wished.body(one, two) if callable(wished.body) else wished.body
    answer = steer(wished.method, wished.path.format(one=one["pesel"], place=PLACE["id"]), body)
    assert (answer.status_code, list(answer.json())) == (wished.status, ["error"]), answer.text
    assert wished.said in answer.json()["error"]
    assert everything(steer, one["pesel"]) == before
