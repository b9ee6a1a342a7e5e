"""What a hole is: a few words of the example provider that are written otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hole:
    """A mistake that somebody could make.

    Attributes:
        name: what is forgotten, or done.
        edits: a module of the example, words that stand in it once, and what stands there instead.
    """

    name: str
    edits: tuple[tuple[str, str, str], ...]

    def written(self, module: str, source: str) -> str:
        """The source of a module with this hole.

        Raises:
            LookupError: the words do not stand in it once; the example has changed since.
        """
        for where, old, new in self.edits:
            if where == module:
                if source.count(old) != 1:
                    raise LookupError(f"{self.name}: {module} has {source.count(old)} times: {old}")
                source = source.replace(old, new)
        return source


def hole(name: str, *words: str) -> Hole:
    """A hole of one or more edits, each told by three texts one after another."""
    return Hole(name, tuple(zip(words[::3], words[1::3], words[2::3], strict=True)))
