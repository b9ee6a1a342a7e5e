"""The whole run: every story is walked twice; then the verdict."""

import json
import linecache
import shutil
import subprocess
import sys
from time import monotonic

from bootstrap.children import started
from bootstrap.places import ROOT
from measure.assertions.document import document_of
from measure.assertions.options import Options
from measure.assertions.page import write_page
from measure.assertions.places import DOCUMENT, LOG, PAGE, REASONS, STATE, WALKS
from measure.assertions.reasons import read_reasons
from measure.assertions.struck import struck_lines
from measure.assertions.summary import summary
from measure.assertions.verdict import conclude
from measure.assertions.walked import Walk, known_walks, rows_in
from measure.progress import Line, spoken
from measure.resumable import CannotRun
from measure.sessions import end_of, last_words
from measure.strength.fingerprint import digest, digest_of_house, digest_of_test
from measure.strength.places import RESULTS

_PLUGINS = ("-p", "measure.assertions.plugin", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")
_QUIET = ("-q", "--tb=short", "--show-capture=no", "--color=no", "--timeout=300", "--run-blocked")
_FINE = (0, 1, 5)  # pytest: all passed; some failed; all were walked before
_TOLD_EVERY = 1.0


class WalksFailed(CannotRun):
    """Pytest could not do its work; the text says what it said last."""


def assertions(options: Options) -> bool:
    """Walk, write and tell; returns whether all is as it must be."""
    began = monotonic()
    if options.fresh:
        shutil.rmtree(STATE, ignore_errors=True)
    STATE.mkdir(parents=True, exist_ok=True)
    _walk(options)
    verdict = conclude(_walks(), read_reasons(REASONS), struck_lines(RESULTS, ROOT), words_of)
    text = json.dumps(document_of(verdict, monotonic() - began), ensure_ascii=False, indent=2) + "\n"
    DOCUMENT.write_text(text, encoding="utf-8")
    write_page(verdict, PAGE)
    print(summary(verdict))
    return verdict.right


def words_of(file: str, line: int) -> str:
    """What a line of the project says, without its indentation."""
    return linecache.getline(str(ROOT / file), line).strip()


def _walk(options: Options) -> None:
    several = ("-n", str(options.workers), "--dist", "worksteal") if options.workers > 1 else ()
    every = ("--every-case",) if options.every else ()
    command = [sys.executable, "-m", "pytest", *_PLUGINS, *_QUIET, *several, "--assertions", str(WALKS), *every]
    began, before, line = monotonic(), rows_in(WALKS), Line()
    with (
        LOG.open("wb") as log,
        started([*command, *options.tests], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        while (code := end_of(process, _TOLD_EVERY)) is None:
            seconds = monotonic() - began
            line.tell(f"[assertions] {rows_in(WALKS) - before} walked twice, {spoken(seconds)}", seconds)
    line.end()
    if code not in _FINE:
        raise WalksFailed(last_words(LOG))


def _walks() -> list[Walk]:
    """Those that were made of what stands there now."""
    house = digest_of_house(ROOT)
    digests = {walk.test.partition("::")[0]: "" for walk in known_walks(WALKS).values()}
    digests = {module: digest(house, digest_of_test(module, ROOT)) for module in digests if (ROOT / module).exists()}
    return [walk for walk in known_walks(WALKS).values() if walk.digest == digests.get(walk.test.partition("::")[0])]
