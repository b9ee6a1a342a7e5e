"""What forgets its oldest entries, and tells of those that somebody may miss."""

from mock_server.kernel.recent import KEPT, Latest, Recent, telling


def test_the_oldest_goes_when_one_is_too_many() -> None:
    recent: Recent[int, str] = Recent("number")
    for number in range(KEPT):
        recent[number] = "kept"
    assert 0 in recent
    recent[KEPT] = "new"
    assert 0 not in recent
    assert len(recent) == KEPT


def test_setting_a_known_key_forgets_nothing() -> None:
    recent: Recent[int, str] = Recent("number")
    for number in range(KEPT):
        recent[number] = "kept"
    recent[1] = "changed"
    assert len(recent) == KEPT
    assert (recent[0], recent[1]) == ("kept", "changed")


def test_what_had_to_go_is_told_while_somebody_listens() -> None:
    told: list[tuple[str, int]] = []
    recent: Recent[int, None] = Recent("login", 2)
    latest: Latest[int] = Latest("SMS", 1)
    for number in range(3):
        recent[number] = None
    with telling(lambda *forgotten: told.append(forgotten)):
        recent[3] = None
        latest.append(1)
        latest.append(2)
    recent[4] = None
    assert told == [("login", 2), ("SMS", 1)]
    assert list(latest) == [2]


def test_what_nobody_misses_goes_without_a_word() -> None:
    told: list[tuple[str, int]] = []
    recent: Recent[str, bool] = Recent("login", 1, missed=lambda waits: waits)
    with telling(lambda *forgotten: told.append(forgotten)):
        recent["over"] = False
        recent["waits"] = True
        assert told == []
        recent["new"] = True
    assert told == [("login", 1)]
    assert [recent.made_room(key) for key in ("over", "waits", "new", "never")] == [False, True, False, False]


def test_of_what_made_room_the_last_are_known() -> None:
    recent: Recent[int, None] = Recent("login", 2)
    for number in range(6):
        recent[number] = None
    assert [recent.made_room(number) for number in range(6)] == [False, False, True, True, False, False]
