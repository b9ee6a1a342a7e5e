"""What is sent and in which order, and what a file of accepted risks must say."""

from dataclasses import replace
from pathlib import Path

import pytest

from mock_server.check.answer import Gravity, Reach, Variant
from mock_server.check.answers import ANSWERS
from mock_server.verdict.judging.picking import PickingRefused, picked, read_skips

PLAIN = replace(ANSWERS["sig.none"], variants=(Variant(),), gravity=Gravity.LOW, reach=Reach.HUB)
TABLE = {
    one.id: one
    for one in (
        replace(PLAIN, id="net.endless", may_block=True, gravity=Gravity.CRITICAL, reach=Reach.BROWSER),
        replace(PLAIN, id="addr.low"),
        replace(PLAIN, id="bind.browser", reach=Reach.BROWSER),
        replace(PLAIN, id="sig.none"),
        replace(PLAIN, id="art.post_forged"),
        replace(PLAIN, id="addr.grave", gravity=Gravity.CRITICAL, variants=(Variant("a"), Variant("b"))),
    )
}


def test_what_tells_most_goes_first_and_what_may_block_last() -> None:
    assert [send for _, send in picked((), TABLE)] == [
        "art.post_forged", "sig.none", "bind.browser", "addr.grave:a", "addr.grave:b", "addr.low", "net.endless",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("only", "sends"),
    [
        (["addr.*"], ["addr.grave:a", "addr.grave:b", "addr.low"]),
        (["addr.grave"], ["addr.grave:a", "addr.grave:b"]),
        (["addr.grave:b"], ["addr.grave:b"]),
    ],
    ids=["pattern", "answer", "way"],
)
def test_some_can_be_asked_for(only: list[str], sends: list[str]) -> None:
    assert [send for _, send in picked(only, TABLE)] == sends


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("addr.lowe: because", "addr.low"),
        ("addr.low:", "no reason"),
        ("addr.low: 3", "no reason"),
        ("- addr.low", "one line for each"),
        ("{", "cannot be read"),
        ("", "one line for each"),
    ],
    ids=["unknown", "empty", "number", "list", "broken", "nothing"],
)
def test_a_risk_is_accepted_only_by_name_and_reason(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "risks.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PickingRefused, match=told):
        read_skips(file, TABLE)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PickingRefused, match="cannot be read"):
        read_skips(tmp_path / "none.yaml", TABLE)
