"""An accepted message is remembered until its age is reason enough to refuse it, whatever comes in between."""

from datetime import UTC, datetime, timedelta

from mock_server.kernel.recent import KEPT
from mock_server.kernel.seen import Seen

NOW, MINUTE = datetime(2026, 3, 1, 12, 0, tzinfo=UTC), timedelta(minutes=1)


def test_a_flood_of_others_makes_nobody_forget() -> None:
    seen = Seen()
    for number in range(2 * KEPT):
        seen.add(str(number), NOW + MINUTE, NOW)
    assert "0" in seen
    assert "never" not in seen


def test_what_is_too_old_to_be_accepted_is_forgotten() -> None:
    seen = Seen()
    seen.add("old", NOW + MINUTE, NOW)
    seen.add("young", NOW + 3 * MINUTE, NOW)
    seen.add("new", NOW + 4 * MINUTE, NOW + MINUTE)
    assert [name in seen for name in ("old", "young", "new")] == [False, True, True]


def test_however_many_are_too_old_all_are_forgotten_at_once() -> None:
    seen = Seen()
    for number in range(2 * KEPT):
        seen.add(str(number), NOW + MINUTE, NOW)
    seen.add("new", NOW + 3 * MINUTE, NOW + MINUTE)
    assert (len(seen), "new" in seen) == (1, True)


def test_a_message_is_remembered_until_the_last_moment() -> None:
    seen = Seen()
    seen.add("one", NOW + MINUTE, NOW)
    seen.add("other", NOW + MINUTE, NOW + MINUTE - timedelta.resolution)
    assert "one" in seen


def test_a_long_id_takes_no_more_room_than_a_short_one() -> None:
    seen = Seen()
    long = "_" + "x" * 200_000
    seen.add(long, NOW + MINUTE, NOW)
    assert long in seen
    assert f"{long}y" not in seen
    assert max(len(kept) for kept in seen._until) < 100
