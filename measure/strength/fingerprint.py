"""Digests: what must stay the same for an old result to count."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import CodeType, FunctionType

from bootstrap.places import ROOT

_CATALOGUE = "mock_server.faults"
_HOUSE = ("mock_server", "pages", "fixtures", "measure/strength/plugin")


def digest(*parts: object) -> str:
    """A short name for exactly these parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def digest_of_files(files: Iterable[Path]) -> str:
    """A short name for the content of exactly these files."""
    return digest(*(f"{file}\x1e{hashlib.sha256(file.read_bytes()).hexdigest()}" for file in sorted(files)))


def digest_of_test(test: str, root: Path = ROOT) -> str:
    """Of a test's own module and of the helpers along the way to it."""
    module = root / test.partition("::")[0]
    return digest_of_files({module, *_helpers(module.parent, root)})


def _helpers(folder: Path, root: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        if place == root or not place.is_relative_to(root):
            return
        yield from (file for file in place.glob("*.py") if not file.name.startswith("test_"))


def digest_of_house(root: Path = ROOT) -> str:
    """Of what every test stands on: the sites, the page objects, the fixtures, what plants; the catalogue aside."""
    files = (file for room in _HOUSE for file in (root / room).rglob("*"))
    return digest_of_files(
        file
        for file in files
        if file.is_file() and "__pycache__" not in file.parts and root / "mock_server" / "faults" not in file.parents
    )


def digest_of_fault(fault: object) -> str:
    """Of what a fault does, wherever it is written: its data, and the code of its functions with what they use."""
    return digest(*_parts(fault, set()))


def _parts(thing: object, seen: set[int]) -> Iterator[str]:
    if isinstance(thing, FunctionType):
        if id(thing) not in seen:
            seen.add(id(thing))
            yield from _parts_of_function(thing, seen)
    elif (inner := _inside(thing)) is not None:
        for part in inner:
            yield from _parts(part, seen)
    elif isinstance(thing, type):
        yield thing.__qualname__
    else:
        yield type(thing).__name__ if callable(thing) else repr(thing)


def _inside(thing: object) -> Iterable[object] | None:
    """What a thing is made of; None for one that has no parts."""
    if isinstance(thing, CodeType):
        return [thing.co_code.hex(), thing.co_names, thing.co_consts]
    if is_dataclass(thing) and not isinstance(thing, type):
        return [type(thing), *((field.name, getattr(thing, field.name)) for field in fields(thing))]
    if isinstance(thing, dict):
        return list(thing.items())
    if isinstance(thing, set | frozenset):
        return sorted(map(repr, thing))
    return thing if isinstance(thing, tuple | list) else None


def _parts_of_function(function: Callable[..., object], seen: set[int]) -> Iterator[str]:
    assert isinstance(function, FunctionType)  # noqa: S101 - narrows the type
    yield from _parts(function.__code__, seen)
    yield from _parts([function.__defaults__, function.__kwdefaults__], seen)
    for cell in function.__closure__ or ():
        yield from _parts(cell.cell_contents, seen)
    if str(function.__globals__.get("__name__", "")).startswith(_CATALOGUE):
        for name in sorted(_names_in(function.__code__)):
            if name in function.__globals__:
                used = function.__globals__[name]
                yield from _parts(used if _is_of_the_catalogue(used) else name, seen)


def _names_in(code: CodeType) -> set[str]:
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*(_names_in(constant) for constant in inner))


def _is_of_the_catalogue(thing: object) -> bool:
    """Functions of the catalogue and plain constants; not whole modules or foreign functions."""
    if isinstance(thing, FunctionType):
        return thing.__module__.startswith(_CATALOGUE)
    return isinstance(thing, str | bytes | int | float | tuple | frozenset)
