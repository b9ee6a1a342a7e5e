"""Poor conditions meet any device that is asked for, at the places that it meets."""

from e2e.poor_conditions.cells import CELLS
from e2e.poor_conditions.conditions import CONDITIONS
from fixtures.devices import IPHONE, PIXEL

ON_AN_IPHONE = [cell for cell in CELLS if len(cell.devices([IPHONE])) > 1]


def test_alone_each_cell_is_walked_once_on_the_device_of_its_place() -> None:
    assert all(cell.devices([]) == {cell.id: cell.place.device} for cell in CELLS)


def test_every_condition_but_that_of_a_window_or_a_qr_meets_a_phone() -> None:
    windows = {condition.id for condition in CONDITIONS if "viewport" in condition.context}
    met = {cell.condition.id for cell in ON_AN_IPHONE}
    assert windows
    assert met == {condition.id for condition in CONDITIONS} - windows - {"dark"}


def test_what_a_phone_never_meets_is_not_walked_on_one() -> None:
    places = {cell.place.id for cell in CELLS} - {cell.place.id for cell in ON_AN_IPHONE}
    assert places == {"mobywatel-qr", "reader-reading", "reader-can", "reader-pin", "reader-puk"}


def test_a_cell_whose_place_is_on_that_phone_anyway_is_walked_once() -> None:
    (cell,) = (cell for cell in CELLS if cell.id == "clipboard-denied-mobywatel-copy")
    assert cell.devices([PIXEL]) == {cell.id: PIXEL}
    assert cell.devices([PIXEL, IPHONE]) == {cell.id: PIXEL, f"{cell.id}-iphone": IPHONE}
