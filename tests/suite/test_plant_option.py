"""``--plant`` takes a fault of the catalogue by its name, and any other as the control API takes it."""

from types import SimpleNamespace
from typing import cast

import pytest
from pydantic import ValidationError

from fixtures.planting import plant_wanted
from mock_server.client import Control, WorldControl
from mock_server.command.running import RunningServer


def planted(*faults: str) -> list[str]:
    config = cast(pytest.Config, SimpleNamespace(getoption=lambda _name: list(faults)))
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        world: WorldControl = control.create_world("planted")
        plant_wanted(config, world)
        return world.planted()


def test_names_and_lines_of_json_are_planted_side_by_side() -> None:
    found = planted("bank.other_names", '{"site": "login", "status": 500}', '{"site": "pz"}')
    assert (found[0], len(set(found))) == ("bank.other_names", 3)


def test_a_line_that_is_no_fault_is_refused() -> None:
    with pytest.raises(ValidationError):
        planted('{"site": "login", "colour": "red"}')
