"""New files and folders in the place of old ones: all of them or none."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(*files: Path) -> Iterator[tuple[Path, ...]]:
    """Places beside the files to write to; what is there takes their place where the block ends well."""
    beside = tuple(file.with_name(f".{file.name}.new") for file in files)
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield beside
        for new, file in zip(beside, files, strict=True):
            if file.is_dir():
                shutil.rmtree(file)
            new.replace(file)
    finally:
        for new in beside:
            remove(new)


def remove(place: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
