from mock_server.kernel.recent import KEPT, Recent


def test_the_oldest_goes_when_one_is_too_many() -> None:
    recent: Recent[int, str] = Recent()
    for number in range(KEPT):
        recent[number] = "kept"
    assert 0 in recent
    recent[KEPT] = "new"
    assert 0 not in recent
    assert len(recent) == KEPT


def test_setting_a_known_key_forgets_nothing() -> None:
    recent: Recent[int, str] = Recent()
    for number in range(KEPT):
        recent[number] = "kept"
    recent[1] = "changed"
    assert len(recent) == KEPT
    assert (recent[0], recent[1]) == ("kept", "changed")
