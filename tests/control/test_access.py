"""Who may steer: programs, and pages of the control API's own origin; never a page of another."""

import asyncio

import httpx
import pytest

from tests.control.steering import Steering

HOST = "127.0.0.1:7"


def reset(steering: Steering, **headers: str) -> httpx.Response:
    """What a request that empties the main world is answered."""

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=steering.transport, base_url=f"http://{HOST}") as client:
            return await client.post("/control/worlds/main/reset", json={}, headers=headers)

    return asyncio.run(post())


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://{HOST}.evil.example"},
        {"Origin": "http://127.0.0.1:8"},
        {"Origin": "http://localhost:7"},
        {"Origin": "http://pacjent.localhost:7"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "unheard-of"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_origin_may_not_steer(steering: Steering, headers: dict[str, str]) -> None:
    person = steering.person()
    refused = reset(steering, **headers)
    assert refused.status_code == 403
    assert f"http://{HOST}" in refused.json()["error"]
    assert steering.world.people.by_pesel(person.pesel) is person


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": f"http://{HOST}"}, {"Sec-Fetch-Site": "none"}, {"Sec-Fetch-Site": "same-origin"}],
)
def test_programs_and_own_pages_may(steering: Steering, headers: dict[str, str]) -> None:
    person = steering.person()
    assert reset(steering, **headers).status_code == 200
    assert steering.world.people.by_pesel(person.pesel) is None


def test_a_page_of_another_origin_is_refused_before_its_token_is_looked_at() -> None:
    guarded = Steering(token="secret")
    assert reset(guarded, Origin="http://evil.example", Authorization="Bearer secret").status_code == 403


@pytest.mark.parametrize("path", ["/openapi.json", "/worlds", "/nothing"])
def test_no_answer_is_framed_sniffed_or_kept(steering: Steering, path: str) -> None:
    headers = steering.ask("GET", path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
