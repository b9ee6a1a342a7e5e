"""What the folder of approved pages becomes when what walks have recorded is taken into it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fixtures.approving.folder import WIDTHS, Approved, reference, taken_on, told
from fixtures.approving.made_with import KEY, MadeWith, key_file
from fixtures.approving.onlookers import recorded_picture
from fixtures.approving.pictures import difference, opened, small_file
from fixtures.approving.seen import COMPUTER, PHONE, Seen

_LIKE = 0.5
"""From this likeness on a shared part is the old one, changed, and no further one."""


class NotTaken(Exception):
    """What was recorded cannot be taken; the message says why, and what to do."""


@dataclass(frozen=True)
class Recorded:
    """What walks have recorded.

    Attributes:
        folder: where it lies.
        whole: whether these are all walks, so that what none of them meets is gone.
    """

    folder: Path
    whole: bool

    def walks(self) -> dict[str, list[Seen]]:
        """What each walk has seen, in order."""
        files = sorted((self.folder / "walks").glob("*.jsonl"))
        return {file.stem: [Seen.from_json(line) for line in file.read_text("utf-8").splitlines()] for file in files}

    def picture(self, seen_as: str, width: int, device: str) -> Path:
        """Where a picture lies, if it was taken."""
        return recorded_picture(self.folder, seen_as, width, device)


def planned(recorded: Recorded, approved: Approved) -> dict[str, bytes]:
    """Every file of the folder as it shall be, by its name.

    Raises:
        NotTaken: two walks see one state in two ways, or the new pictures would stand beside some of another browser.
    """
    walks = recorded.walks()
    lists = {} if recorded.whole else approved.walks
    lists |= {walk: list(dict.fromkeys(seen.line for seen in states)) for walk, states in walks.items()}
    met = {line for lines in lists.values() for line in lines}
    states = _agreed(walks)
    around = _around(states.values(), approved.around())
    trees = _trees(states, met, approved, around)
    files = {f"walks/{walk}.txt": "".join(f"{line}\n" for line in lines).encode() for walk, lines in lists.items()}
    files |= {f"trees/{name}.yml": text.encode() for name, text in trees.items()}
    referred = {line for text in trees.values() for line in text.splitlines()}
    files |= {f"around/{n}.yml": f"{text}\n".encode() for n, text in around.items() if reference(n) in referred}
    return files | _pictures(recorded, approved, met)


def present(approved: Approved) -> dict[str, bytes]:
    """Every file of the folder as it is."""
    files = (file for file in approved.folder.rglob("*") if file.is_file())
    return {file.relative_to(approved.folder).as_posix(): file.read_bytes() for file in sorted(files)}


def take(files: Mapping[str, bytes], approved: Approved) -> None:
    """Let the folder hold these files and no others."""
    for name in present(approved).keys() - files.keys():
        (approved.folder / name).unlink()
    for name, content in files.items():
        file = approved.folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _agreed(walks: Mapping[str, list[Seen]]) -> dict[str, Seen]:
    """Each state on each device, by its line; every walk that meets it must see the same."""
    first: dict[str, tuple[str, Seen]] = {}
    apart: list[str] = []
    for walk, states in walks.items():
        for seen in states:
            walk_before, before = first.setdefault(seen.line, (walk, seen))
            if before != seen:
                lines = difflib.unified_diff(_lines(before), _lines(seen), walk_before, walk, lineterm="", n=1)
                apart.append("\n".join((f"{seen.line} is seen in two ways:", *lines)))
    if apart:
        raise NotTaken("\n".join((*apart, "Give one of the ways a name of its own, in the walk.")))
    return {line: seen for line, (_, seen) in first.items()}


def _lines(seen: Seen) -> list[str]:
    return [f"# {seen.title}", *(line for block in seen.blocks for line in block.text.splitlines())]


def _around(states: Iterable[Seen], was: Mapping[str, str]) -> dict[str, str]:
    """Every shared part by its name: a known one keeps it, a changed one too, a new one is given the next number."""
    parts = list(dict.fromkeys((f"{b.around}/{b.role}", b.text) for seen in states for b in seen.blocks if b.around))
    named = dict(was)
    known = {(name.rpartition("-")[0], text) for name, text in was.items()}
    gone = {name for name, text in was.items() if (name.rpartition("-")[0], text) not in parts}
    for kind, text in (part for part in parts if part not in known):
        like = [(difflib.SequenceMatcher(None, was[n], text).ratio(), n) for n in gone if n.rpartition("-")[0] == kind]
        likeness, name = max(like, default=(0.0, ""))
        if likeness < _LIKE:
            name = next(n for n in (f"{kind}-{number}" for number in range(1, len(named) + 2)) if n not in named)
        gone.discard(name)
        named[name] = text
    return named


def _trees(states: Mapping[str, Seen], met: set[str], approved: Approved, around: Mapping[str, str]) -> dict[str, str]:
    """What each state says, by the name of its file; a phone has its own only where it says something else."""
    trees: dict[str, str] = {}
    for seen_as in sorted({line.partition(" ")[2] for line in met}):
        says = {
            device: told(states[line], around)
            if (line := f"{device} {seen_as}") in states
            else approved.tree(seen_as, device)
            for device in (COMPUTER, PHONE)
            if f"{device} {seen_as}" in met
        }
        common = says.get(COMPUTER, says.get(PHONE))
        phone = says.get(PHONE, common)
        if common is not None:
            trees[seen_as] = common
        if phone is not None and phone != common:
            trees[f"{seen_as}.phone"] = phone
    return trees


def _pictures(recorded: Recorded, approved: Approved, met: set[str]) -> dict[str, bytes]:
    made, was_made = MadeWith.read(recorded.folder / KEY), MadeWith.read(key_file(approved))
    if made != was_made and was_made and not recorded.whole:
        raise NotTaken("These pictures are of another browser or other fonts than the rest: make approve without ARGS.")
    files = {f"pictures/{KEY}": (recorded.folder / KEY).read_bytes()}
    for seen_as in sorted({line.partition(" ")[2] for line in met}):
        for width in WIDTHS.values():
            was, now = approved.picture(seen_as, width), recorded.picture(seen_as, width, taken_on(met, seen_as, width))
            if was.is_file() and (not now.is_file() or difference(opened(was), opened(now)) is None):
                files[was.relative_to(approved.folder).as_posix()] = was.read_bytes()
            elif now.is_file():
                files[was.relative_to(approved.folder).as_posix()] = small_file(opened(now))
    return files
