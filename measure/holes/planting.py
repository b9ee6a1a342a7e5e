"""A package of the example provider with a hole in it: the same files, some words read otherwise."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from itertools import count
from pathlib import Path
from types import ModuleType

import examples.provider
from measure.holes.hole import Hole

_numbers = count()


class _Loader(InspectLoader):
    """Loads a module of the example under another name."""

    def __init__(self, package: str, hole: Hole) -> None:
        self._package, self._hole = package, hole

    def is_package(self, fullname: str) -> bool:
        return fullname == self._package

    def get_source(self, fullname: str) -> str:
        module = fullname.removeprefix(self._package).removeprefix(".") or "__init__"
        (folder,) = examples.provider.__path__
        return self._hole.written(module, Path(folder, f"{module}.py").read_text(encoding="utf-8"))


class _Finder(MetaPathFinder):
    """Finds the modules of one planted package."""

    def __init__(self, package: str, hole: Hole) -> None:
        self._package, self._loader = package, _Loader(package, hole)

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module, if it is of this package."""
        if fullname.partition(".")[0] != self._package:
            return None
        return spec_from_loader(fullname, self._loader)


@contextmanager
def planted(hole: Hole) -> Iterator[str]:
    """The name of a package that is the example with this hole; others may be there at the same time.

    Raises:
        LookupError: the example has changed since the hole was written.
    """
    package = f"planted_{next(_numbers)}"
    finder = _Finder(package, hole)
    sys.meta_path.insert(0, finder)
    try:
        for module in {where for where, *_ in hole.edits} | {"desk", "registering", "server"}:
            import_module(f"{package}.{module}")
        yield package
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]
