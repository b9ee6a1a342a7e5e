"""The fast way in by a parameter: where steering wants a token, so does this."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
from lxml import html

from tests.control.steering import Steering

IKP, HUB = "http://ikp.localhost:7", "http://login.localhost:7"


def logged_in_as(steering: Steering, pesel: str, headers: Mapping[str, str]) -> httpx.Response:
    """What the hub answers to IKP's request with ``login_as``."""

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=steering.transport) as client:
            page: html.HtmlElement = html.fromstring((await client.get(f"{IKP}/zaloguj")).text)
            (form,) = page.forms
            return await client.post(form.action, params={"login_as": pesel}, data=dict(form.fields), headers=headers)

    return asyncio.run(post())


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guessed"}, {"Authorization": "Basic secret"}])
def test_without_the_token_nobody_is_logged_in(headers: dict[str, str]) -> None:
    steering = Steering("secret")
    refused = logged_in_as(steering, steering.person().pesel, headers)
    assert refused.status_code == 401
    assert "SAMLart" not in refused.text


@pytest.mark.parametrize(("token", "headers"), [(None, {}), ("secret", {"Authorization": "bearer secret"})])
def test_who_may_steer_logs_anybody_in(token: str | None, headers: dict[str, str]) -> None:
    steering = Steering(token)
    answer = logged_in_as(steering, steering.person().pesel, headers)
    assert answer.status_code == 200
    assert "SAMLart" in answer.text
