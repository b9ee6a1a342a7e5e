"""A refusal of something long stays short, and costs little: who sends much is not told much."""

import difflib
from collections.abc import Sequence

import pytest

from tests.control.steering import WORLD, Steering, refusal

NOISE = "noise-" * 5000


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long the texts are that were compared."""
    lengths = [0]

    class Counting(difflib.SequenceMatcher[str]):
        def set_seq1(self, a: Sequence[str]) -> None:
            lengths.append(len(a))
            super().set_seq1(a)

        def set_seq2(self, b: Sequence[str]) -> None:
            lengths.append(len(b))
            super().set_seq2(b)

    monkeypatch.setattr(difflib, "SequenceMatcher", Counting)
    return lengths


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", f"{WORLD}/people/{NOISE}/clok", None),
        ("GET", f"/worlds/{NOISE}/clok", None),
        ("GET", f"/{'n/' * 5000}", None),
        ("GET", f"/worlds/{NOISE}/clock", None),
        ("GET", f"{WORLD}/journal?{NOISE}=1", None),
        ("POST", f"{WORLD}/faults/{NOISE}", None),
        ("PUT", f"{WORLD}/faults/mine", {"site": NOISE}),
        ("PUT", f"{WORLD}/faults/mine", {"template": NOISE, "old": "<h1>", "new": "x"}),
        ("PUT", f"{WORLD}/faults/mine", {"rule": NOISE, "how": "negate"}),
        ("PUT", f"{WORLD}/faults/mine", {"template": "login/front.html", "old": NOISE[:9000], "new": "x"}),
        ("PUT", f"{WORLD}/clock", {NOISE: 1}),
        ("DELETE", f"{WORLD}/providers?issuer={NOISE}", None),
    ],
)
def test_a_long_name_is_compared_and_told_by_its_beginning(
    steering: Steering, compared: list[int], method: str, path: str, body: object
) -> None:
    refused = steering.ask(method, path, body)
    assert refused.status_code in {404, 422}
    assert max(compared) <= 300
    assert NOISE[:1000] not in refused.text


def test_of_many_unknown_fields_the_first_are_told(steering: Steering) -> None:
    status, told = refusal(steering, "PUT", f"{WORLD}/clock", {f"field-{number}": 1 for number in range(1000)})
    assert status == 422
    assert told.count("there is no such field") <= 20
    assert "more" in told
