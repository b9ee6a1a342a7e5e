"""Changes that somebody wrote by hand: faults that no operator makes, by whoever has not read the tests."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from measure.mutants.languages.known import LANGUAGES, language_of
from measure.mutants.mutant import Mutant, mutant_of
from measure.resumable import CannotRun


class Given(BaseModel):
    """One fault.

    Attributes:
        id: its name in the page of survivors.
        file: from the root of the project, within the mock.
        old: what stands in it once and only once.
        new: what stands there instead.
        what: what is wrong then.
        suffers: who notices, and how.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    file: str
    old: str
    new: str
    what: str
    suffers: str


_GIVEN = TypeAdapter(list[Given])


def read_given(file: Path, root: Path) -> list[Mutant]:
    """Read a list of faults, as YAML or JSON.

    Raises:
        CannotRun: it cannot be read, or a fault of it cannot be made; the text says which, and why.
    """
    try:
        faults = _GIVEN.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise CannotRun(f"{file} is no list of faults with id, file, old, new, what and suffers: {error}") from error
    if not faults:
        raise CannotRun(f"{file} holds no fault.")
    if problems := [problem for fault in faults for problem in _problems(fault, root)]:
        raise CannotRun("\n".join(problems))
    return [_made(fault, root) for fault in faults]


def _problems(fault: Given, root: Path) -> Iterator[str]:
    path = (root / fault.file).resolve()
    if not (path.is_relative_to((root / "mock_server").resolve()) and path.is_file()):
        yield f"{fault.id}: {fault.file} is no file of mock_server/."
    elif path.suffix not in {language.suffix for language in LANGUAGES}:
        yield f"{fault.id}: {fault.file} is in no language that is changed here."
    elif (times := path.read_text(encoding="utf-8").count(fault.old)) != 1:
        yield f"{fault.id}: what it changes stands {times} times in {fault.file}; give enough of it to be found once."
    elif fault.new == fault.old:
        yield f"{fault.id}: it changes nothing in {fault.file}."
    elif not language_of(fault.file).is_valid(_changed(fault, path)):
        yield f"{fault.id}: {fault.file} cannot be used any more."


def _made(fault: Given, root: Path) -> Mutant:
    path = root / fault.file
    source = path.read_text(encoding="utf-8")
    start = source.index(fault.old)
    place = language_of(fault.file).place_at(source, start, start + len(fault.old.rstrip()))
    return mutant_of(fault.file, f"{fault.id}: {fault.what}", place, source, _changed(fault, path))


def _changed(fault: Given, path: Path) -> str:
    return path.read_text(encoding="utf-8").replace(fault.old, fault.new)
