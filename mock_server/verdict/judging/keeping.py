"""What was judged is written down at once, so that a check that was cut short goes on from there."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from .record import RECORD, Judged

NAME = "judged.jsonl"


@dataclass
class Keeper:
    """One file of what was judged.

    Attributes:
        file: where.
        of: what the check is of; records of another check do not count.
    """

    file: Path
    of: str
    _known: dict[str, Judged] = field(default_factory=dict)

    def resume(self) -> dict[str, Judged]:
        """What was judged before, by send; nothing where the file is of another check or cannot be read."""
        try:
            lines = self.file.read_text(encoding="utf-8").splitlines()
            if not lines or json.loads(lines[0]) != {"of": self.of}:
                return {}
        except (OSError, ValueError):
            return {}
        for line in lines[1:]:
            try:
                record = RECORD.validate_json(line)
            except ValidationError:
                break  # the check was cut short while it wrote this line
            self._known[record.send] = record
        return dict(self._known)

    def begin(self, known: Iterable[Judged] = ()) -> None:
        """Begin the file anew, with what is known."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps({"of": self.of}) + "\n", encoding="utf-8")
        for record in known:
            self.keep(record)

    def keep(self, record: Judged) -> None:
        """Write a record down."""
        with self.file.open("a", encoding="utf-8") as file:
            file.write(RECORD.dump_json(record).decode() + "\n")
