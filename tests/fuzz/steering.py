"""Calls of the control API: of every endpoint, with values of the right type and the wrong sense."""

import json
import re
from collections.abc import Callable
from random import Random
from urllib.parse import quote

from pydantic import TypeAdapter

from mock_server.check.answers import GOOD
from mock_server.check.choices import LATEST, NEXT
from mock_server.command.endpoints import ENDPOINTS
from mock_server.control.openapi import describe
from mock_server.faults.catalogue import CATALOGUE
from mock_server.kernel.faults import Fault, Outage, RuleFault, TemplateFault
from mock_server.kernel.making import Holding
from mock_server.shared.patient.booking.catalogue import PLACES
from tests.fuzz.memory import Memory
from tests.fuzz.parties import METADATA, PROVIDER, a_record, somebody
from tests.fuzz.values import Json, any_json, mutated, mutated_bytes, of_schema, text
from tests.fuzz.wire import Sent

BARE = "127.0.0.1:7"
DOCUMENT = json.loads(json.dumps(describe(ENDPOINTS)))
_OPERATIONS = [(m.upper(), path, op) for path, item in DOCUMENT["paths"].items() for m, op in item.items()]
_WEIGHTS = {"worlds_drop": 0.02, "worlds_reset": 0.05, "people_remove": 0.2, "people_add_exact": 4, "people_change": 4}
"""How often an operation is drawn: seldom what empties the world, often what has most that may make no sense."""
_WITHOUT_FAULTS = [one for one in _OPERATIONS if "/faults" not in one[1]]
_FAULTS = TypeAdapter(Fault)
_WRITTEN_FAULTS = [
    _FAULTS.dump_python(one.fault, mode="json")
    for one in CATALOGUE.values()
    if isinstance(one.fault, RuleFault | TemplateFault | Outage)
]
_TYPES = ("application/json", "application/json", "application/json;charset=utf-8", "text/plain", "")


def steer(method: str, path: str, body: Json = None) -> Sent:
    """A call that makes sense."""
    content = b"" if body is None else json.dumps(body).encode()
    return Sent(method, f"/control{path}", (("host", BARE), ("content-type", "application/json")), content)


def call_without_sense(rng: Random, memory: Memory, *, faults: bool) -> Sent:
    """A call of any endpoint; ``faults`` lets it plant some."""
    operations = _OPERATIONS if faults else _WITHOUT_FAULTS
    ((method, path, operation),) = rng.choices(operations, [_weight(*one) for one in operations])
    target = re.sub(r"{(\w+)}", lambda part: quote(_part(rng, memory, part[1]), safe=""), path)
    queries = [one["name"] for one in operation["parameters"] if one["in"] == "query"]
    if rng.random() < (0.7 if queries else 0.03):
        given = {rng.choice([*queries, text(rng)]): _query(rng, memory) for _ in range(rng.choice((1, 1, 2)))}
        target += "?" + "&".join(f"{quote(key, safe='')}={quote(value, safe='+')}" for key, value in given.items())
    kind = "application/json" if rng.random() < 0.97 else rng.choice(_TYPES)
    headers = (("host", BARE), *((("content-type", kind),) if kind else ()))
    return Sent(method, target, headers, _body(rng, memory, operation))


def _weight(method: str, _path: str, operation: Json) -> float:
    return _WEIGHTS.get(operation["operationId"], 0.3 if method == "GET" else 1)


def _part(rng: Random, memory: Memory, name: str) -> str:
    likely: dict[str, Callable[[], str]] = {
        "world": lambda: memory.world if rng.random() < 0.97 else rng.choice(("main", f"{memory.world}x", text(rng))),
        "pesel": lambda: rng.choice([*memory.people, "44051401359"]),
        "holding": lambda: rng.choice(list(Holding)),
        "fault": lambda: rng.choice([*sorted(memory.planted), *CATALOGUE]),
        "code": lambda: rng.choice([*memory.tokens, "x"]),
        "push": lambda: rng.choice([*memory.tokens, "x"]),
        "authorisation": lambda: rng.choice([*memory.tokens, "x"]),
        "place": lambda: rng.choice(PLACES).id,
        "referral": lambda: rng.choice([*memory.tokens, "x"]),
        "request": lambda: rng.choice((NEXT, NEXT, LATEST, "ID-1")),
    }
    drawn = likely[name]() if name == "world" or rng.random() < 0.9 else text(rng)
    return drawn or "x"


def _query(rng: Random, memory: Memory) -> str:
    known = [str(person["phone"]) for person in memory.people.values()]
    return rng.choice([*known, *memory.people, "true", "false", str(PROVIDER["issuer"]), text(rng)])


def _body(rng: Random, memory: Memory, operation: Json) -> bytes:
    if "requestBody" not in operation:
        return b"" if rng.random() < 0.95 else json.dumps(any_json(rng)).encode()
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    good = _GOOD.get(operation["operationId"])
    drawn = good(rng, memory) if good and rng.random() < 0.8 else of_schema(rng, schema, DOCUMENT)
    for _ in range(rng.choice((0, 1, 1, 1, 2)) if good else 0):
        drawn = mutated(rng, drawn)
    content = json.dumps(drawn, ensure_ascii=rng.random() < 0.5).encode()
    return content if rng.random() < 0.97 else mutated_bytes(rng, content)


def _part_of_somebody(rng: Random, memory: Memory) -> Json:
    person = rng.choice(list(memory.people.values())) if memory.people else somebody(rng.randrange(50))
    name = rng.choice(sorted(person))
    return {name: person[name]}


def _an_answer(rng: Random, memory: Memory) -> dict[str, Json]:
    other = rng.choice((None, *memory.people))
    return {"answer": rng.choice((GOOD, "sig.none", "wrap.r8:signed", "addr.aud_other", "ok.cdata")), "other": other}


_GOOD: dict[str, Callable[[Random, Memory], Json]] = {
    "people_draw": lambda rng, _: {"seed": rng.randrange(200), "given_name": "Ewa", "birth_date": "1980-02-29"},
    "people_add_exact": lambda rng, _: somebody(rng.randrange(200)),
    "people_change": _part_of_somebody,
    "people_add_child": lambda rng, _: {"seed": rng.randrange(50)},
    "authorisations_grant": lambda rng, memory: {
        "owner": rng.choice([*memory.people, "44051401359"]),
        "authorised": rng.choice([*memory.people, "44051401359"]),
        "scope": ["visits"],
        "last_day": rng.choice(("1990-01-31", "2399-12-31", None)),
    },
    "records_put": lambda rng, _: a_record(rng.randrange(50)),
    "credentials_draw": lambda rng, _: {"seed": rng.randrange(50), "confirmation": rng.choice(("sms", "push"))},
    "clock_set_clock": lambda rng, _: {"now": f"{rng.randrange(1890, 2295)}-01-31T12:00:00+01:00"},
    "clock_advance": lambda rng, _: {"seconds": rng.choice((1, 30, 299, 301, 3600, -3600, 1e9, -1e9))},
    "faults_plant": lambda rng, _: rng.choice(_WRITTEN_FAULTS),
    "logins_expect_login": lambda rng, memory: {
        "pesel": rng.choice([*memory.people, "44051401359"]),
        "method": rng.choice(("trusted_profile", "mojeid", "id_card", "mobywatel")),
        "level": rng.choice(("low", "substantial", "high", None)),
    },
    "phones_read_code": lambda rng, memory: {"code": rng.choice([*memory.codes, "x"])},
    "phones_answer_consent": lambda rng, _: {"approve": rng.random() < 0.7},
    "phones_answer_push": lambda rng, _: {"approve": rng.random() < 0.7},
    "providers_register": lambda _rng, _memory: PROVIDER,
    "providers_register_metadata": lambda rng, _: {
        "metadata": METADATA if rng.random() < 0.6 else mutated_bytes(rng, METADATA.encode()).decode(errors="ignore")
    },
    "steering_choose": _an_answer,
    "steering_issue_artifact": lambda rng, memory: _an_answer(rng, memory) | {"pesel": None},
    "steering_log_out": lambda rng, _: {"answer": rng.choice(("ok.logout_index", "out.unsigned", "out.expired"))},
    "providers_change_hub": lambda rng, _: {
        "node": rng.choice(("symulator", "production")),
        "lenient": rng.random() < 0.5,
        "keys": rng.choice(("old", "both", "new")),
    },
}
"""By operation: a body that makes sense, to be spoiled in one place."""
