"""Everything that a check leaves: lines in the terminal and three files."""

import shlex
from typing import TextIO

from ..judging.verdict import Verdict
from ..options import CheckOptions
from . import table
from .data import as_json
from .junit import as_junit
from .page import as_page


def tell_all(verdict: Verdict, options: CheckOptions, command: str, stream: TextIO) -> None:
    """Write the reports, and tell the verdict.

    Args:
        verdict: to tell.
        options: that it was asked with; reports go to their output folder.
        command: how the check is called.
        stream: for people.
    """
    again = again_command(command, options)
    for line in table.lines(verdict, again):
        print(line, file=stream)
    folder = options.output
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(as_page(verdict, again), encoding="utf-8")
    (folder / "verdict.json").write_text(as_json(verdict), encoding="utf-8")
    (folder / "junit.xml").write_bytes(as_junit(verdict))
    print(f"The same for people: {folder / 'index.html'}", file=stream)


def again_command(command: str, options: CheckOptions) -> str:
    """The command that asks the same service again."""
    words = [command, "--start", options.start, "--inside", options.inside]
    given = {
        "--shows": options.shows if options.shows != "{pesel}" else None,
        "--pointer": options.pointer,
        "--status": options.status,
        "--logout": options.logout,
        "--mock-url": options.mock_url,
        "--metadata": options.metadata,
        "--providers": options.providers,
        "--world": options.world if options.world != "main" else None,
    }
    words += [word for name, value in given.items() if value is not None for word in (name, str(value))]
    words += [] if options.browser is None else ["--browser", *filter(None, [options.browser])]
    words += [word for text in options.click for word in ("--click", text)]
    words += [word for text in options.then for word in ("--then", text)]
    words += [word for name, text in options.fill for word in ("--fill", f"{name}={text}")]
    words += [word for address in options.also for word in ("--also", address)]
    return " ".join([words[0], *(shlex.quote(word) for word in words[1:])])
