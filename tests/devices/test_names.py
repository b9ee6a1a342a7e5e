"""A device is named, is one of Playwright's or ours, and stands for one of the table; or it is refused."""

import pytest

from fixtures.devices import DEVICES, DeviceUnknown, device_named
from fixtures.user_agents import fitting

IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS {} like Mac OS X) AppleWebKit/605.1.15 Version/27.2 Mobile/1 Safari/604.1"


@pytest.mark.parametrize(
    ("name", "stands_for"),
    [
        ("pixel", "pixel"),
        ("desktop", "computer"),
        ("wide", "computer"),
        ("touch", "computer"),
        ("tablet", "computer"),
        ("320px", "pixel"),
        ("landscape", "pixel"),
        ("iPhone 13", "iphone"),
        ("iPhone 13 landscape", "iphone"),
        ("Galaxy S9+", "pixel"),
        ("iPad Mini", "computer"),
        ("Desktop Firefox", "computer"),
    ],
)
def test_each_device_stands_for_one_of_the_table(name: str, stands_for: str) -> None:
    device = device_named(name)
    assert (device.id, device.stands_for) == (name, stands_for)
    assert device.is_phone == (stands_for != "computer")


@pytest.mark.parametrize(
    ("name", "advice"),
    [("iphone15", "'iPhone 15'"), ("galaxy s9", "'Galaxy S9\\+'"), ("tablett", "'tablet'"), ("?", "computer, pixel")],
)
def test_an_unknown_name_is_refused_with_what_is_near(name: str, advice: str) -> None:
    with pytest.raises(DeviceUnknown, match=advice):
        device_named(name)


def test_a_device_of_the_table_stands_for_itself() -> None:
    assert [device.stands_for for device in DEVICES.values()] == list(DEVICES)


@pytest.mark.parametrize(("system", "safari"), [("17_5", "17.5"), ("11_0", "11.0"), ("18_6", "27.2"), ("26_0", "27.2")])
def test_a_safari_has_the_version_of_its_ios_until_safari_stopped_saying_it(system: str, safari: str) -> None:
    assert f"Version/{safari} " in fitting(IOS.format(system), "156.0.1")


def test_a_chrome_has_the_version_that_runs() -> None:
    agent = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/999.1.2.3 Mobile Safari/537.36"
    assert "Chrome/156.0.0.0 Mobile" in fitting(agent, "156.0.1.2")
