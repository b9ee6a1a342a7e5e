import pytest

from mock_server.client import Control, ControlFailed
from mock_server.command.running import RunningServer


def test_speed_of_the_reader_is_set_for_one_world() -> None:
    with RunningServer() as server, Control(f"http://127.0.0.1:{server.port}") as control:
        slow, other = control.create_world("slow"), control.create_world("other")
        slow.set_reader(40)
        assert slow.reading_seconds() == 40
        assert other.reading_seconds() == 0
        with pytest.raises(ControlFailed, match="reading_seconds"):
            slow.set_reader(-1)
