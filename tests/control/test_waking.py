"""Whatever the control API changes that a waiting page may show wakes who waits."""

import pytest

from tests.control.steering import WORLD, Steering


@pytest.fixture
def woken(steering: Steering, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Of what everybody who waits in the main world was told."""
    told: list[object] = []
    monkeypatch.setattr(steering.world.changed, "notify", lambda about=None: told.append(about))
    return told


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/clock", {"now": "2026-01-31T12:00:00+01:00"}),
        ("POST", "/clock/advance", {"seconds": 1}),
        ("POST", "/clock/freeze", None),
        ("POST", "/clock/resume", None),
        ("PATCH", "/settings", {"reading_seconds": 0}),
        ("PATCH", "/people/{pesel}", {"phone": "+48500600700"}),
        ("PUT", "/people/{pesel}/credentials/banks", {"seed": 2}),
        ("DELETE", "/people/{pesel}/credentials/banks", None),
    ],
)
def test_a_change_wakes_everybody(
    steering: Steering, woken: list[object], method: str, path: str, body: object
) -> None:
    assert steering.ask(method, WORLD + path.format(pesel=steering.person().pesel), body).status_code == 200
    assert woken == [None]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/clock", None),
        ("PATCH", "/settings", {}),
        ("PATCH", "/settings", {"reading_seconds": -1}),
        ("PATCH", "/people/{pesel}", {"shoe_size": 43}),
        ("PUT", "/people/{pesel}/credentials/passport", {}),
        ("GET", "/people/{pesel}", None),
    ],
)
def test_what_changes_nothing_wakes_nobody(
    steering: Steering, woken: list[object], method: str, path: str, body: object
) -> None:
    steering.ask(method, WORLD + path.format(pesel=steering.person().pesel), body)
    assert woken == []
