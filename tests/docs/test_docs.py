"""Every how-to runs, from its first block to its last."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from mock_server.command.running import RunningServer
from tests.docs import engine
from tests.docs.documents import (
    DOCUMENTS,
    FOLDER,
    PAGES,
    ROOT,
    blocks_of,
    files_named_by,
    links_of,
    problems_of,
    programs_of,
)
from tests.docs.running import run_document

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)

each_page = pytest.mark.parametrize("document", PAGES, ids=lambda document: f"{document.parent.name}-{document.stem}")


@cache
def no_engine_runs() -> bool:
    return (
        shutil.which("docker") is None
        or subprocess.run(["docker", "info"], capture_output=True, check=False).returncode != 0
    )


def why_not(program: str) -> str | None:
    """Why a program cannot be used on this machine, or None when it can."""
    if program == "docker" and no_engine_runs():
        reason = engine.why_not()
        return reason and f"no Docker engine runs on this machine, and {reason}"
    return None if shutil.which(program) else f"{program} is not installed on this machine"


@pytest.mark.timeout(300)
@each_document
def test_a_how_to_runs(document: Path, tmp_path: Path) -> None:
    blocks = blocks_of(document)
    reasons = [reason for program in sorted(programs_of(blocks)) if (reason := why_not(program))]
    if reasons:
        pytest.skip("; ".join(reasons))
    stand_ins = {"docker": Path(engine.__file__)} if "docker" in programs_of(blocks) and no_engine_runs() else {}
    with RunningServer() as server:
        run_document(blocks, tmp_path, server.port, stand_ins)


@each_document
def test_no_block_could_rot(document: Path) -> None:
    assert problems_of(blocks_of(document)) == []


@each_page
def test_links_lead_somewhere(document: Path) -> None:
    assert [link for link in links_of(document) if not (document.parent / link).exists()] == []


@each_page
def test_files_that_are_named_exist(document: Path) -> None:
    assert [name for name in files_named_by(document) if not (ROOT / name).exists()] == []


def test_the_index_names_every_how_to() -> None:
    assert {FOLDER / link for link in links_of(FOLDER / "README.md")} >= set(DOCUMENTS) - {FOLDER / "README.md"}
