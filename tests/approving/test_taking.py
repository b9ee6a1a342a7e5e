"""What ``make approve`` makes of what walks have seen."""

from pathlib import Path

import pytest

from fixtures.approving.folder import Approved
from fixtures.approving.made_with import KEY, MadeWith
from fixtures.approving.seen import Block, Seen, slug
from reports.approve import changes, side_by_side
from reports.taking import NotTaken, Recorded, planned, present, take

HEADER = Block('- banner:\n  - link "IKP":\n    - /url: /', "ikp")


def seen(state: str = "start", device: str = "computer", says: str = "- main: Witaj", *around: Block) -> Seen:
    return Seen("ikp", state, device, "IKP", (*around, Block(says)))


def approve(approved: Approved, *, whole: bool = True, **walks: list[Seen]) -> None:
    """Let the walks have seen this, and take it."""
    folder = approved.folder.parent / "seen"
    for file in folder.glob("walks/*"):
        file.unlink()
    MadeWith("1", ("serif",), "a").write(folder / KEY)
    (folder / "walks").mkdir(exist_ok=True)
    for walk, states in walks.items():
        (folder / f"walks/{walk}.jsonl").write_text("".join(f"{state.to_json()}\n" for state in states))
    take(planned(Recorded(folder, whole), approved), approved)


@pytest.fixture
def approved(tmp_path: Path) -> Approved:
    return Approved(tmp_path / "approved")


def trees(approved: Approved) -> set[str]:
    return {name for name in present(approved) if name.startswith(("trees", "around"))}


def test_a_phone_has_a_file_of_its_own_only_where_it_says_something_else(approved: Approved) -> None:
    approve(approved, a=[seen(), seen(device="phone")])
    assert trees(approved) == {"trees/ikp/start.yml"}
    approve(approved, a=[seen(), seen(device="phone", says="- main: Dotknij")])
    assert trees(approved) == {"trees/ikp/start.yml", "trees/ikp/start.phone.yml"}


def test_a_header_is_kept_once_and_a_changed_one_in_the_place_of_the_old(approved: Approved) -> None:
    approve(approved, a=[seen("start", "computer", "- main: A", HEADER), seen("end", "computer", "- main: B", HEADER)])
    before = present(approved)
    changed = Block(HEADER.text.replace("IKP", "Konto"), "ikp")
    approve(
        approved, a=[seen("start", "computer", "- main: A", changed), seen("end", "computer", "- main: B", changed)]
    )
    after = present(approved)
    assert [name for name in {**before, **after} if before.get(name) != after.get(name)] == ["around/ikp/banner-1.yml"]


def test_two_headers_of_a_site_are_two_files(approved: Approved) -> None:
    signed_in = Block("- banner:\n  - text: Żaneta\n  - button: Wyloguj\n  - paragraph: ważne", "ikp")
    approve(
        approved, a=[seen("start", "computer", "- main: A", HEADER), seen("in", "computer", "- main: B", signed_in)]
    )
    assert {"around/ikp/banner-1.yml", "around/ikp/banner-2.yml"} < trees(approved)


def test_what_no_walk_meets_any_more_goes_but_not_what_was_only_not_walked(approved: Approved) -> None:
    approve(approved, a=[seen("start")], b=[seen("end")])
    approve(approved, whole=False, a=[seen("begin")])
    assert trees(approved) == {"trees/ikp/begin.yml", "trees/ikp/end.yml"}
    approve(approved, a=[seen("begin")])
    assert trees(approved) == {"trees/ikp/begin.yml"}


def test_a_state_that_two_walks_see_in_two_ways_is_refused(approved: Approved) -> None:
    with pytest.raises(NotTaken, match=r"(?s)computer ikp/start.*two ways.*Do widzenia"):
        approve(approved, a=[seen()], b=[seen(says="- main: Do widzenia")])


def test_pictures_of_two_browsers_are_never_mixed(approved: Approved) -> None:
    approve(approved, a=[seen()], b=[seen("end")])
    MadeWith("2", ("serif",), "a").write(approved.folder / "pictures" / KEY)
    with pytest.raises(NotTaken, match="without ARGS"):
        approve(approved, whole=False, a=[seen()])


def test_the_page_shows_old_beside_new_and_marks_what_changed(tmp_path: Path) -> None:
    old, new = {"trees/a.yml": b"same\nold", "walks/b.txt": b"gone"}, {"trees/a.yml": b"same\nnew"}
    tree, walk = changes(old, new, tmp_path)
    assert [(line.changed, line.old, line.new) for line in tree.lines] == [
        (False, "same", "same"),
        (True, "old", "new"),
    ]
    assert (walk.name, walk.what) == ("walks/b.txt", "gone")


def test_a_line_that_is_new_stands_beside_nothing() -> None:
    assert [(line.old, line.new) for line in side_by_side(["a", "c"], ["a", "b", "c"])] == [
        ("a", "a"),
        ("", "b"),
        ("c", "c"),
    ]


@pytest.mark.parametrize(
    ("state", "name"),
    [("ikp.entrance.StartPage", "ikp-entrance-start-page"), ("front page of Łódź, S.A.", "front-page-of-lodz-s-a")],
)
def test_a_state_is_a_file_that_every_system_can_name(state: str, name: str) -> None:
    assert slug(state) == name
