"""``python -m reports.approve [arguments of pytest]``: takes every page state as it is now, and shows what has changed.

Walks all pages, or those that the arguments choose; compares with ``e2e/approved``, writes a page that shows old and
new side by side, and puts the new in the place of the old. Who looks and finds it right commits the folder.
"""

import difflib
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from bootstrap.children import STOPPED, call, stoppable
from bootstrap.places import OUT, ROOT, shown
from fixtures.approving.folder import PICTURE, Approved
from fixtures.approving.made_with import RECORD, WALKS
from fixtures.approving.pictures import difference, small_file
from fixtures.html_page import write_page
from reports.taking import NotTaken, Recorded, planned, present, take

FOLDER = OUT / "approve"
PAGE = FOLDER / "index.html"
_SEEN = FOLDER / "seen"


@dataclass(frozen=True)
class Line:
    """One line of a comparison; where the two differ it is marked."""

    changed: bool
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """A file that is not as it was.

    Attributes:
        name: of the file.
        what: changed, new or gone.
        lines: of a text, side by side.
        pictures: title and file of what there is of a picture: old, new, and what changed.
    """

    name: str
    what: str
    lines: tuple[Line, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


def changes(old: Mapping[str, bytes], new: Mapping[str, bytes], folder: Path) -> tuple[Change, ...]:
    """Every file that differs, texts first; pictures are put into the folder for the page to show."""
    differing = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return tuple(_change(name, old.get(name), new.get(name), folder) for name in sorted(differing, key=_order))


def _order(name: str) -> tuple[int, str]:
    return ("around", "trees", "walks", "pictures").index(name.partition("/")[0]), name


def _change(name: str, old: bytes | None, new: bytes | None, folder: Path) -> Change:
    what = "new" if old is None else "gone" if new is None else "changed"
    if name.endswith(PICTURE):
        return Change(name, what, pictures=tuple(_shown(name, old, new, folder)))
    return Change(name, what, side_by_side(*((content or b"").decode().splitlines() for content in (old, new))))


def side_by_side(old: Sequence[str], new: Sequence[str]) -> tuple[Line, ...]:
    """Two texts, line beside line."""
    found: list[Line] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place in range(max(b - a, d - c)):
            left = old[a + place] if a + place < b else ""
            right = new[c + place] if c + place < d else ""
            found.append(Line(tag != "equal", left, right))
    return tuple(found)


def _shown(name: str, old: bytes | None, new: bytes | None, folder: Path) -> Iterator[tuple[str, str]]:
    contents = {"old": old, "new": new}
    if old and new:
        changed = difference(*(Image.open(BytesIO(content)).convert("RGB") for content in (old, new)))
        contents["what changed"] = small_file(changed) if changed else None
    for title, content in contents.items():
        if content:
            file = folder / f"{name.removesuffix(PICTURE).replace('/', '-')}-{title.replace(' ', '-')}{PICTURE}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            yield title, f"{folder.name}/{file.name}"


def approve(arguments: Sequence[str], approved: Approved) -> int:
    """Walk, compare, show and take; returns the exit code."""
    shutil.rmtree(_SEEN, ignore_errors=True)
    shutil.rmtree(FOLDER / "pictures", ignore_errors=True)
    walking = ("-n", "auto", "--dist", "worksteal", "-p", "no:hypothesispytest", "-q")
    if code := call([sys.executable, "-m", "pytest", WALKS, *walking, RECORD, str(_SEEN), *arguments], cwd=ROOT):
        print("Nothing was approved: a walk did not come to its end.", file=sys.stderr)
        return code
    try:
        new = planned(Recorded(_SEEN, whole=not arguments), approved)
    except NotTaken as error:
        print(f"Nothing was approved. {error}", file=sys.stderr)
        return 1
    found = changes(present(approved), new, FOLDER / "pictures")
    write_page(Path(__file__).parent / "templates" / "approve.html", PAGE, changes=found)
    take(new, approved)
    told = ", ".join(f"{sum(one.what == what for one in found)} {what}" for what in ("changed", "new", "gone"))
    print(f"Approved: {told}. Look at {shown(PAGE)}, then commit {shown(approved.folder)}.")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Take what the arguments choose; returns the exit code."""
    try:
        with stoppable():
            return approve(arguments, Approved())
    except KeyboardInterrupt:
        print("\nStopped: nothing was approved.", file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
