"""Whoever has not opened the app sees its door, wherever a link leads."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl


@pytest.mark.parametrize(
    "path",
    ["/kod-qr", "/kod-qr/skanuj", "/kod-qr/wpisz", "/zgoda/a-code", "/powiadomienia", "/powiadomienia/a-push"],
)
def test_every_page_of_the_app_leads_to_its_door(
    new_surfer: Callable[[], Surfer], world: WorldControl, path: str
) -> None:
    surfer = new_surfer().open(world.url("mobywatel", path))
    assert (surfer.address, surfer.status) == (world.url("mobywatel"), 200)


def test_a_code_typed_into_a_locked_app_is_not_read(new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    surfer = new_surfer().post(world.url("mobywatel", "/kod-qr/wpisz"), code="anything")
    assert (surfer.address, surfer.status) == (world.url("mobywatel"), 200)
