"""An address that leads nowhere says what there is."""

from collections.abc import Callable

from fixtures.surfer import Surfer
from mock_server.client import WorldControl


def test_an_unknown_site_is_told_with_those_there_are(new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    surfer = new_surfer().open(world.url("login").replace("//login", "//nobody"))
    assert surfer.status == 404
    assert surfer.source.startswith("There is no site named 'nobody'.\n\nThe sites of the main world:\n")
    assert "://login.localhost:" in surfer.source


def test_an_unknown_world_is_told_with_those_there_are(new_surfer: Callable[[], Surfer], world: WorldControl) -> None:
    surfer = new_surfer().open(world.url("login").replace(f"--{world.name}", "--never-made"))
    assert surfer.status == 404
    assert "There is no world named 'never-made'. Make it with PUT /control/worlds/never-made. " in surfer.source
    assert world.name in surfer.source
