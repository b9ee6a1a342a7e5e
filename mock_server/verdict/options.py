"""The command line of ``przepustka check``."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from ..server import option_values
from .judging.people import NAMES, filled_in
from .visitor.reach import origin_of

TOKEN_VARIABLE = "PRZEPUSTKA_TOKEN"
BROWSER_VARIABLE = "PRZEPUSTKA_BROWSER"
_EXPLAINED = """\
Logs in to your service again and again; each time the hub sends an answer with one chosen defect, and the
service is asked whether anybody is in, and as whom. Exit code 0: nothing was found; 1: something was;
2: the service could not be judged.
"""


@dataclass(frozen=True)
class CheckOptions:
    """What was asked for.

    Attributes:
        start: where a login begins.
        inside: the page that shows who is in.
        mock_url: of a mock that runs; None starts one.
        only: what to send; empty for all.
        browser: a real one that walks: its program or channel, or empty for Playwright's; None where none does.
    """

    start: str
    inside: str
    shows: str
    pointer: str | None
    status: int | None
    click: tuple[str, ...]
    then: tuple[str, ...]
    fill: tuple[tuple[str, str], ...]
    logout: str | None
    browser: str | None
    also: tuple[str, ...]
    mock_url: str | None
    token: str | None
    ca: str | None
    world: str
    port: int
    keys: Path
    metadata: str | None
    providers: Path | None
    only: tuple[str, ...]
    skip: Path | None
    quick: bool
    resume: bool
    idle: float | None
    output: Path
    at_once: int
    patience: float

    @property
    def service(self) -> set[str]:
        """Origins of the service: nobody else is spoken to."""
        return {origin_of(address) for address in (self.start, self.inside, *self.also)}


def _address(text: str) -> str:
    try:
        origin_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}: write it whole, as in https://my.service.gov.pl/") from error
    return text


def _shows(text: str) -> str:
    class Anybody:
        """Has everything that may stand in braces."""

    for name in NAMES:
        setattr(Anybody, name, "")
    try:
        filled_in(text, Anybody)  # type: ignore[arg-type]
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def _pointer(text: str) -> str:
    if text and not text.startswith("/"):
        raise argparse.ArgumentTypeError(f"{text!r} is no JSON pointer: it begins with /, as in /user/pesel")
    return text


def _pair(text: str) -> tuple[str, str]:
    name, is_pair, value = text.partition("=")
    if not is_pair or not name:
        raise argparse.ArgumentTypeError(f"{text!r}: write the name of a field and what is typed, as in pin=2468")
    return name, value


def _from_one(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: give a whole number from 1")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 1 <= seconds <= 600:
        raise argparse.ArgumentTypeError(f"{text!r}: give seconds from 1 to 600")
    return seconds


def read_check_options(arguments: list[str], program: str) -> CheckOptions:
    """Read the command line; a wrong one ends the program with a message that says what to do."""
    parser = argparse.ArgumentParser(prog=f"{program} check", description=_EXPLAINED)
    add = parser.add_argument
    group = parser.add_argument_group("your service")
    group.add_argument("--start", type=_address, required=True, metavar="URL", help="where a login begins")
    group.add_argument("--inside", type=_address, required=True, metavar="URL", help="a page that shows who is in")
    group.add_argument("--shows", type=_shows, default="{pesel}", metavar="TEXT", help="what stands there: %(default)s")
    group.add_argument("--pointer", type=_pointer, metavar="POINTER", help="where in a JSON document it stands")
    group.add_argument("--status", type=_from_one, metavar="N", help="with which the page comes for who is in")
    group.add_argument("--click", action="append", default=[], metavar="TEXT", help="a button on the way; repeatable")
    group.add_argument("--then", action="append", default=[], metavar="TEXT", help="a button after a login; repeatable")
    group.add_argument(
        "--fill", type=_pair, action="append", default=[], metavar="NAME=TEXT", help="typed there; repeatable"
    )
    group.add_argument("--logout", metavar="TEXT", help="what the button says that logs out")
    group.add_argument(
        "--browser",
        nargs="?",
        const=os.environ.get(BROWSER_VARIABLE, ""),
        metavar="PATH",
        help=f"for pages that need scripts: a Chromium walks, this one; else {BROWSER_VARIABLE}'s, or Playwright's",
    )
    group.add_argument(
        "--also", type=_address, action="append", default=[], metavar="URL", help="another address of it; repeatable"
    )
    group.add_argument("--metadata", metavar="FILE|URL", help="registers the service by its SAML metadata")
    group.add_argument("--providers", type=Path, metavar="FILE", help="registers it by a file of providers")
    group = parser.add_argument_group("the mock")
    group.add_argument("--mock-url", type=option_values.mock_url, metavar="URL", help="one that runs; else one starts")
    group.add_argument("--token", default=os.environ.get(TOKEN_VARIABLE), help=f"that it wants; or {TOKEN_VARIABLE}")
    group.add_argument("--ca", type=option_values.ca_file, metavar="FILE", help="authority to trust for https")
    group.add_argument("--world", default="main", metavar="NAME", help="of the hub it knows (default: %(default)s)")
    group.add_argument("--port", type=option_values.port, default=8000, help="where it starts (default: %(default)s)")
    group.add_argument(
        "--keys", type=option_values.folder, default=Path(".przepustka"), metavar="FOLDER", help="its keys"
    )
    group = parser.add_argument_group("what is sent")
    group.add_argument("--only", action="append", default=[], metavar="ID", help="an answer, or sig.*; repeatable")
    group.add_argument("--skip", type=Path, metavar="FILE", help="accepted risks: YAML, each id with its reason")
    group.add_argument("--quick", action="store_true", help="leaves out what may block a service")
    group.add_argument(
        "--idle", type=_seconds, metavar="S", help="after so many an idle session ends, which is waited for"
    )
    group.add_argument("--at-once", type=_from_one, default=8, metavar="N", help="logins in parallel (%(default)s)")
    group.add_argument("--patience", type=_seconds, default=20, metavar="S", help="seconds for one page (%(default)s)")
    add("--output", type=Path, default=Path("przepustka-check"), metavar="FOLDER", help="of reports (%(default)s)")
    add("--resume", action="store_true", help="go on with the check that left its records in that folder")
    given = vars(parser.parse_args(arguments))
    only = tuple(one.strip() for text in given.pop("only") for one in text.split(",") if one.strip())
    click, then, also = (tuple(given.pop(name)) for name in ("click", "then", "also"))
    return CheckOptions(only=only, click=click, then=then, also=also, fill=tuple(given.pop("fill")), **given)
