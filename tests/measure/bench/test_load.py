from measure.bench.load import make_home, run_load
from measure.bench.scale import Point, figures, panels
from measure.bench.serving import serve_mock
from measure.bench.wire import Wire
from mock_server.client import Control

WORLDS = ("a", "b", "c")
RESOLVED = "idpArtifactResolutionService 200"


def test_clients_share_the_logins_and_every_world_has_its_part() -> None:
    with serve_mock() as served, Wire(served.port) as wire, Control(f"http://127.0.0.1:{served.port}") as control:
        homes = [make_home(wire, world) for world in WORLDS]
        load = run_load(served, homes, clients=2, logins=7)
        answered = [sum(RESOLVED in entry.event for entry in control.world(world).journal()) for world in WORLDS]
    assert answered == [2, 2, 2]
    assert len(load.latencies) == 6
    assert load.seconds * 1000 >= max(load.latencies)
    assert load.server_ms > 0


def point(worlds: int, clients: int, memory_mb: float) -> Point:
    return Point(worlds, clients, 100.0 * clients, 5.0, 9.0, 4.0, memory_mb)


GRID = [point(worlds, clients, 50.0 + worlds) for worlds in (1, 100) for clients in (1, 4, 16)]


def test_the_far_end_of_the_grid_is_told_beside_its_near_one() -> None:
    told = {figure.name: (figure.value, figure.reference) for figure in figures(GRID)}
    assert told["memory of a mock with 100 worlds"] == (150.0, {"1 world and 1 client": 51.0})
    assert told["with 100 worlds and 16 clients: logins"] == (1600.0, {"1 world and 1 client": 100.0})


def test_each_line_of_the_plot_is_of_one_number_of_clients() -> None:
    rates, times, memory = panels(GRID)
    assert rates.lines == {
        told: [(1, 100.0 * one), (100, 100.0 * one)]
        for told, one in (("1 client", 1), ("4 clients", 4), ("16 clients", 16))
    }
    assert times.lines["p99, 16 clients"] == [(1, 9.0), (100, 9.0)]
    assert list(memory.lines.values()) == [[(1, 51.0), (100, 150.0)]]
