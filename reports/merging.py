"""One run of all its shards: what each left, side by side in one folder, as if one machine had run the whole."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from uuid import uuid4

from bootstrap.lines import append
from bootstrap.replacing import replacing
from fixtures.collected import SUFFIX
from fixtures.shard import Shard
from fixtures.surroundings import SHARD
from fixtures.surroundings import SUFFIX as SURROUNDINGS
from reports.collected import read_collected, read_whole
from reports.places import RESULTS
from reports.surroundings import read_surroundings

SHARDS = "Shards"
"""What a merged run tells of its parts, among its surroundings."""


class MergeRefused(Exception):
    """The folders are no shards of one run; the text says why and what to do."""


@dataclass(frozen=True)
class Part:
    """What one shard left.

    Attributes:
        folder: of its results.
        here: pytest's names of the tests that it ran.
        whole: of those and of what it left to the others, all that ``fixtures.collected`` told, by that name.
    """

    folder: Path
    shard: Shard
    surroundings: Mapping[str, str]
    here: frozenset[str]
    whole: Mapping[str, dict[str, object]]


@dataclass(frozen=True)
class Merged:
    """Which shards are in a merged run, and which are not."""

    count: int
    missing: tuple[int, ...]

    @property
    def told(self) -> str:
        """In words."""
        if not self.missing:
            return f"all {self.count}"
        return f"{self.count - len(self.missing)} of {self.count}, without {', '.join(map(str, self.missing))}"


def merge(folders: Sequence[Path], into: Path) -> Merged:
    """Put what the shards left into one folder, in the place of what is there.

    Args:
        folders: one a shard: of its results, or the one in which that lies.
        into: the results of the whole.

    Raises:
        MergeRefused: they are no shards of one run.
        OSError: they cannot be read or written.
    """
    parts = list(_read(folders))
    _check(parts)
    count = parts[0].shard.count
    merged = Merged(count, tuple(sorted({*range(1, count + 1)} - {part.shard.index for part in parts})))
    lost = parts[0].whole.keys() - frozenset[str]().union(*(part.here for part in parts))
    if lost and not merged.missing:
        raise MergeRefused(f"No shard ran {min(lost)}: {_OTHER_DURATIONS}")
    with replacing(into) as (new,):
        new.mkdir()
        for part in parts:
            for file in part.folder.iterdir():
                if not file.name.endswith(SURROUNDINGS):
                    shutil.copy2(file, new)
        walk = new / f"{uuid4()}{SUFFIX}"
        append(walk, {"collected": [parts[0].whole[nodeid] for nodeid in sorted(lost)]})
        for nodeid in lost:
            append(walk, {"crashed": nodeid, "said": f"Its shard left nothing here: merged are {merged.told}."})
        append(new / f"{uuid4()}{SURROUNDINGS}", {**_joined(parts), SHARDS: merged.told})
    return merged


_OTHER_DURATIONS = "the shards were cut by different reports/history/durations.json. Give all of them the same file."


def _read(folders: Sequence[Path]) -> Iterator[Part]:
    empty = []
    for given in folders:
        folder = given / RESULTS.name if (given / RESULTS.name).is_dir() else given
        here = read_collected(folder)
        surroundings = read_surroundings(folder)
        if not here:
            empty.append(str(given))
        elif SHARD not in surroundings:
            raise MergeRefused(f"{given} is of a whole run, which needs no merging: only runs with --shard are merged.")
        else:
            ran = frozenset(test.nodeid for test in here)
            yield Part(folder, Shard.read(surroundings[SHARD]), surroundings, ran, read_whole(folder))
    if len(empty) == len(folders):
        raise MergeRefused(f"No results of a shard in {', '.join(empty)}: name folders that runs with --shard left.")


def _check(parts: Sequence[Part]) -> None:
    for one, other in combinations(parts, 2):
        pair = f"{one.folder} and {other.folder}"
        if one.shard.count != other.shard.count:
            raise MergeRefused(f"{pair} are shards {one.shard} and {other.shard}: run all with one number of shards.")
        if one.shard == other.shard:
            raise MergeRefused(f"{pair} are both shard {one.shard}: name each shard once.")
        commits = [part.surroundings.get("Commit", "unknown") for part in (one, other)]
        if commits[0] != commits[1]:
            raise MergeRefused(f"{pair} are of commits {' and '.join(commits)}: run all shards of one commit.")
        if unlike := one.whole.keys() ^ other.whole.keys():
            raise MergeRefused(f"{pair} chose other tests, such as {min(unlike)}: run all with the same arguments.")
        if twice := one.here & other.here:
            raise MergeRefused(f"{pair} both ran {min(twice)}: {_OTHER_DURATIONS}")


def _joined(parts: Sequence[Part]) -> dict[str, str]:
    """What all parts ran on; where they differ, each."""
    names = dict.fromkeys(name for part in parts for name in part.surroundings if name != SHARD)
    return {name: ", ".join(dict.fromkeys(filter(None, (p.surroundings.get(name) for p in parts)))) for name in names}
