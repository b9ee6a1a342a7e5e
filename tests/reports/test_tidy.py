import json
from pathlib import Path

from bootstrap.places import ROOT
from reports.sources import Sources, sources
from reports.tidy import Tidy
from tests.reports.conftest import WriteResult
from tests.reports.test_paths import PATH

TIDY = Tidy(Sources(ROOT, "../"), {})
NODEID = "e2e/login/test_paths.py::test_path_opens_the_account[x]"


def result(**further: object) -> dict[str, object]:
    parameters = [
        {"name": name, "value": f"'{value}'"}
        for name, value in (PATH | {"path": "p", "browser_name": "chromium"}).items()
    ]
    labels = [{"name": "nodeid", "value": NODEID}, {"name": "feature", "value": "F"}, {"name": "story", "value": "S"}]
    return {"name": "a path", "status": "passed", "parameters": parameters, "labels": labels} | further


def labels_of(document: dict[str, object]) -> dict[str, str]:
    return {label["name"]: label["value"] for label in document["labels"]}  # type: ignore[attr-defined]


def test_parameters_are_words_each_once_and_the_title_tells_device_and_browser() -> None:
    tidied = TIDY.tidied(result())
    told = [(one["name"], one["value"]) for one in tidied["parameters"]]
    assert ("device", "computer") in told
    assert len({value for name, value in told if value == "chromium"}) == len(
        [1 for _, value in told if value == "chromium"]
    )
    assert tidied["name"] == "a path – computer, Chromium"


def test_results_of_two_tests_are_never_taken_for_retries_of_one() -> None:
    first = TIDY.tidied(result())
    second = TIDY.tidied(result(labels=[{"name": "nodeid", "value": "e2e/other.py::test_b[y]"}]))
    assert first["testCaseId"] == NODEID
    assert first["testCaseId"] != second["testCaseId"]
    assert all(one["excluded"] for one in first["parameters"])


def test_every_test_stands_once_in_one_tree() -> None:
    told = labels_of(TIDY.tidied(result()))
    assert (told["epic"], told["feature"]) == ("F", "S")
    assert "story" not in told
    plain = labels_of(TIDY.tidied(result(labels=[{"name": "nodeid", "value": "e2e/at_once/test_one_wins.py::test_a"}])))
    assert (plain["epic"], plain["feature"]) == ("At once", "One wins")


def test_the_source_is_a_link_to_the_line() -> None:
    tidied = TIDY.tidied(result())
    (link,) = tidied["links"]
    file, line = link["name"].split(":")
    assert "def test_path_opens_the_account" in (ROOT / file).read_text().splitlines()[int(line) - 1]
    assert link["url"] == f"../{file}#L{line}"
    github = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "c0ffee"}
    assert sources(github).base == "https://git.example/a/b/blob/c0ffee/"


def test_a_failure_tells_whose_fault_it_is() -> None:
    told = labels_of(TIDY.tidied(result(status="failed", statusDetails={"message": "AssertionError: no"})))
    assert (told["fault"], told["cause"]) == ("product fault", "no")


def test_idle_fixtures_are_left_out_and_attachments_are_at_hand(
    results: Path, write_result: WriteResult, tmp_path: Path
) -> None:
    write_result(1, **PATH)
    (results / "a-attachment.png").write_bytes(b"png")
    idle, failed = {"name": "idle", "status": "passed"}, {"name": "failed", "status": "broken"}
    (results / "1-container.json").write_text(json.dumps({"befores": [idle], "afters": []}))
    (results / "2-container.json").write_text(json.dumps({"befores": [idle, failed], "afters": []}))
    (results / "3-container.json").write_text("{cut")
    (tmp_path / "tidy").mkdir()
    TIDY.write(results, tmp_path / "tidy")
    assert {file.name for file in (tmp_path / "tidy").iterdir()} == {
        "uuid-1-result.json",
        "a-attachment.png",
        "2-container.json",
    }
    assert json.loads((tmp_path / "tidy" / "2-container.json").read_text())["befores"] == [failed]
    assert (tmp_path / "tidy" / "a-attachment.png").read_bytes() == b"png"


def test_what_is_attached_is_no_symbolic_link_which_allure_overlooks(results: Path, tmp_path: Path) -> None:
    (results / "a-attachment.png").write_bytes(b"png")
    TIDY.write(results, tmp_path)
    assert not (tmp_path / "a-attachment.png").is_symlink()
