"""Nobody is stuck in poor conditions: the page tells what is, and a person goes on to the end."""

import allure
import pytest

from e2e.poor_conditions.cells import CELLS, PLACES, TELLING, Cell, share
from e2e.poor_conditions.conditions import CONDITIONS
from e2e.poor_conditions.scene import Scene

pytestmark = [allure.epic("What goes wrong for people"), allure.feature("Poor conditions")]

broken_line = pytest.mark.unwatched("console", reason="a browser tells of a line that breaks")


@broken_line
@pytest.mark.conditions("stream-refused", "stream-silent", "stream-cut")
@pytest.mark.behaviour("trouble.stream")
def test_a_waiting_page_is_told_without_a_stream(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@broken_line
@pytest.mark.conditions("network-gone")
@pytest.mark.behaviour("trouble.network")
def test_what_a_cut_network_interrupts_goes_on(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("slow-3g")
@pytest.mark.behaviour("trouble.slow_line")
def test_impatience_on_a_slow_line_ends_no_login(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("clipboard-denied")
@pytest.mark.behaviour("trouble.clipboard")
def test_a_code_that_no_script_may_copy_is_copied_by_hand(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("no-scripts")
@pytest.mark.behaviour("trouble.no_scripts")
def test_without_scripts_every_page_has_a_way_on(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("back-to-form", "back-to-passing-on")
@pytest.mark.behaviour("trouble.back")
def test_who_goes_back_to_a_form_is_not_stuck(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("given-up-elsewhere")
@pytest.mark.behaviour("trouble.used")
def test_a_login_that_another_tab_gave_up_is_waited_for_no_more(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@broken_line
@pytest.mark.conditions("thawed")
@pytest.mark.behaviour("trouble.thawed")
def test_a_tab_that_slept_tells_what_happened_meanwhile(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("time-passes")
@pytest.mark.behaviour("trouble.time_passes")
def test_time_that_really_passes_ends_what_it_should(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("tablet", "touch-wide", "low-wide", "low-small", "zoom-200")
@pytest.mark.behaviour("trouble.window")
def test_in_an_unusual_window_everything_can_be_reached(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("text-200")
@pytest.mark.behaviour("trouble.large_text")
def test_who_wants_large_text_gets_it_and_reaches_everything(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


@pytest.mark.conditions("dark")
@pytest.mark.behaviour("trouble.dark")
def test_a_code_in_the_dark_keeps_its_quiet_zone(cell: Cell, scene: Scene) -> None:
    cell.condition.walk(scene, cell.place)


def test_the_share_has_every_condition_and_every_place() -> None:
    kept = share()
    assert {cell.condition.id for cell in kept} == {condition.id for condition in CONDITIONS}
    assert {cell.place.id for cell in kept} == {place.id for place in PLACES}
    assert {cell.id for cell in kept} >= TELLING
    assert len(kept) < len(CELLS)
