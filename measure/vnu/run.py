"""Keep the pages, ask the checker, and tell."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bootstrap.children import started
from bootstrap.places import ROOT, shown
from measure.resumable import CannotRun
from measure.sessions import last_words
from measure.vnu.places import CHECKER, DOCUMENT, LOG, PAGES, STATE

_WALKS = "e2e/access/test_states.py"
_NO_JAVA = "The checker needs Java: install a JRE, version 11 or newer, then run it again."


@dataclass(frozen=True)
class Complaint:
    """What the checker says of a page.

    Attributes:
        page: the name of its file.
        line: of the page's source.
        text: what is wrong.
        source: where.
    """

    page: str
    line: int
    text: str
    source: str


def check() -> bool:
    """Check every page; returns whether none has an error.

    Raises:
        CannotRun: there is no Java, no checker, or the walks were red.
    """
    if shutil.which("java") is None:
        raise CannotRun(_NO_JAVA)
    if not CHECKER.exists():
        raise CannotRun(f"{shown(CHECKER)} is missing: set-up installs it.")
    shutil.rmtree(STATE, ignore_errors=True)
    PAGES.mkdir(parents=True)
    _walk()
    pages = sorted(PAGES.glob("*.html"))
    complaints = read_complaints(_asked(pages))
    DOCUMENT.write_text(json.dumps(_document(pages, complaints), ensure_ascii=False, indent=1) + "\n", "utf-8")
    for one in complaints:
        print(f"{one.page}:{one.line}: {one.text}\n    {one.source}")
    print(f"{len(complaints)} errors on {len(pages)} pages. As data: {shown(DOCUMENT)}")
    return not complaints


def read_complaints(answer: str) -> list[Complaint]:
    """The errors in what the checker says as JSON.

    Raises:
        CannotRun: it says something else.
    """
    try:
        messages = json.loads(answer)["messages"]
    except (ValueError, KeyError) as error:
        raise CannotRun(f"The checker said: {answer[-2000:] or 'nothing'}") from error
    return [
        Complaint(Path(one["url"]).name, one.get("lastLine", 0), one["message"], one.get("extract", "").strip())
        for one in messages
        if one["type"] != "info"
    ]


def _document(pages: Sequence[Path], complaints: Sequence[Complaint]) -> dict[str, object]:
    return {"pages": [page.name for page in pages], "errors": [asdict(one) for one in complaints]}


def _walk() -> None:
    workers = ("-n", str(os.cpu_count() or 1), "--dist", "worksteal")
    plugins = ("-p", "measure.vnu.plugin", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    command = [sys.executable, "-m", "pytest", *workers, *plugins, "--vnu-pages", str(PAGES), _WALKS]
    with LOG.open("wb") as log, started(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT) as process:
        if process.wait():
            raise CannotRun(f"The walks were red.\n{last_words(LOG)}")


def _asked(pages: Sequence[Path]) -> str:
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    with started([*command, *map(str, pages)], cwd=ROOT, stdout=subprocess.PIPE) as process:
        said, _ = process.communicate()
    return str(said.decode(errors="replace"))
