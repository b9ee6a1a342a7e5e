import pytest

from mock_server.sites.mojeikp import rules


@pytest.mark.parametrize("pin", ["0000", "2580", "0912"])
def test_a_pin_is_four_digits(pin: str) -> None:
    assert rules.pin_is_well_formed(pin)


@pytest.mark.parametrize("pin", ["", "258", "25801", "25 8", "25a0", "٢٥٨٠", "²⁵⁸⁰"])
def test_anything_else_is_no_pin(pin: str) -> None:
    assert not rules.pin_is_well_formed(pin)


@pytest.mark.parametrize("pin", ["1111", "0000", "1234", "0123", "6789", "7890", "4321", "3210", "0987"])
def test_a_pin_that_everybody_tries_first_is_trivial(pin: str) -> None:
    assert rules.pin_is_trivial(pin)


@pytest.mark.parametrize("pin", ["2580", "1112", "1235", "1243", "1357", "4322"])
def test_a_pin_one_step_away_from_a_trivial_one_is_not(pin: str) -> None:
    assert not rules.pin_is_trivial(pin)


def test_a_new_pin_is_typed_twice_alike() -> None:
    assert rules.pins_agree("2580", "2580")
    assert not rules.pins_agree("2580", "2581")
    assert not rules.pins_agree("2580", "")


def test_only_the_whole_pin_opens_the_app() -> None:
    assert rules.pin_is_right("0580", "0580")
    for wrong in ("580", "0581", "05800", "", "żółć"):
        assert not rules.pin_is_right("0580", wrong)


def test_the_third_wrong_pin_makes_the_device_a_stranger() -> None:
    assert not rules.device_is_forgotten(2)
    assert rules.device_is_forgotten(3)
    assert rules.device_is_forgotten(4)
