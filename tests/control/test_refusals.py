"""What the control API refuses: the status says whose fault it is, the message what to do."""

import httpx
import pytest

from mock_server.client import WorldControl

NOBODY = "44051401359"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "told"),
    [
        ("PUT", "/worlds/{world}", None, 409, "{world}"),
        ("PUT", "/worlds/no_underscores", None, 422, "no_underscores"),
        ("GET", "/worlds/not-there", None, 404, "make it with PUT /control/worlds/not-there"),
        ("PUT", "/worlds/{world}/clock", {"now": "2026-01-01T00:00:00"}, 422, "give the time with its zone"),
        ("PUT", "/worlds/{world}/clock", {}, 422, "now: Field required"),
        ("POST", "/worlds/{world}/faults/no.such", None, 404, "'no.such'"),
        ("PUT", "/worlds/{world}/faults/mine", {"rule": "no.rule", "how": "negate"}, 422, "no.rule"),
        ("PUT", "/worlds/{world}/next-login", {"pesel": NOBODY}, 422, "nobody in this world has that PESEL"),
        ("DELETE", "/worlds/{world}/providers?issuer=nobody", None, 404, "'nobody'"),
        (
            "POST",
            "/worlds/{world}/providers/from-metadata",
            {"metadata": "<a/>"},
            422,
            "expected md:EntityDescriptor, got a",
        ),
        ("GET", "/worlds/{world}/people/" + NOBODY, None, 404, "nobody in this world has that PESEL"),
        ("DELETE", "/worlds/{world}/people/" + NOBODY, None, 404, "nobody in this world has that PESEL"),
        ("POST", "/worlds/{world}/phones/" + NOBODY + "/codes", {"code": "a"}, 404, "nobody in this world has"),
        ("PUT", "/worlds/{world}/people/" + NOBODY + "/credentials/banks", {}, 404, "nobody in this world has"),
    ],
)
def test_a_refusal_says_what_is_wrong(
    world: WorldControl, method: str, path: str, body: object, status: int, told: str
) -> None:
    address = f"{world.control.url}/control{path}".replace("{world}", world.name)
    refused = httpx.request(method, address, json=body, trust_env=False)
    assert refused.status_code == status
    assert told.replace("{world}", world.name) in refused.json()["error"]
