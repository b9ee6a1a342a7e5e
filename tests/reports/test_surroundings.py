import json
from pathlib import Path

import pytest

from fixtures.surroundings import SUFFIX
from reports.surroundings import job, read_surroundings
from tests.reports.session import run


@pytest.mark.parametrize(
    ("variables", "kind", "address"),
    [
        (
            {"GITHUB_RUN_ID": "7", "GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b"},
            "github",
            "https://git.example/a/b/actions/runs/7",
        ),
        ({"CI_JOB_URL": "https://ci.example/1"}, "gitlab", "https://ci.example/1"),
        ({"BUILD_URL": "https://ci.example/2", "BUILD_NUMBER": "2"}, "jenkins", "https://ci.example/2"),
    ],
    ids=["github", "gitlab", "jenkins"],
)
def test_the_job_is_told_by_the_usual_variables(variables: dict[str, str], kind: str, address: str) -> None:
    told = job(variables)
    assert told is not None
    assert (told.kind, told.address) == (kind, address)


def test_without_a_ci_there_is_no_job() -> None:
    assert job({}) is None


def test_a_line_that_a_full_disk_cut_is_left_out(tmp_path: Path) -> None:
    (tmp_path / f"a{SUFFIX}").write_text(json.dumps({"Commit": "abc", "Mock": ""}) + '\n{"Sys')
    assert read_surroundings(tmp_path) == {"Commit": "abc"}


def test_a_run_tells_what_it_ran_on_and_its_browser(tmp_path: Path) -> None:
    suite, results = tmp_path / "suite", tmp_path / "results"
    suite.mkdir()
    (suite / "test_it.py").write_text(
        "import pytest\n"
        "from unittest.mock import Mock\n"
        "from playwright.sync_api import Browser\n"
        "@pytest.fixture\n"
        "def browser():\n"
        "    started = Mock(spec=Browser, version='156.0')\n"
        "    started.browser_type.name = 'chromium'\n"
        "    return started\n"
        "def test_it(browser): pass\n"
    )
    done = run(suite, "fixtures.surroundings", "-p", "allure_pytest", "--alluredir", str(results))
    assert done.returncode == 0, done.stdout
    told = read_surroundings(results)
    assert told["Browser chromium"] == "156.0"
    assert told["Workers"] == "1"
    assert told["Mock"]


def test_a_run_tells_what_each_of_its_devices_lacks(tmp_path: Path) -> None:
    suite, results = tmp_path / "suite", tmp_path / "results"
    suite.mkdir()
    (suite / "test_it.py").write_text(
        "import pytest\n"
        "from fixtures.devices import device_named\n"
        "@pytest.fixture(params=['iphone', 'tablet'])\n"
        "def device(request): return device_named(request.param)\n"
        "def test_it(device): pass\n"
    )
    done = run(suite, "fixtures.surroundings", "-p", "allure_pytest", "--alluredir", str(results))
    assert done.returncode == 0, done.stdout
    told = read_surroundings(results)
    assert "Safari's engine" in told["Device iphone lacks"]
    assert "Safari" not in told["Device tablet lacks"]
    assert "Device computer lacks" not in told
