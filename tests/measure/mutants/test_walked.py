import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.mutants.choosing import APPROVING, LOOKERS, LOOKING, STORIES, offered, spread
from measure.mutants.mutant import Place
from measure.mutants.options import read_options
from measure.mutants.plugin import AT_IMPORT
from measure.mutants.suite import to_be_measured
from measure.mutants.walked import Map, WalkedTest, read_walks

A = """\
_LIFE = 5


def live(age):
    return age < _LIFE


def made_at_import():
    return 7
"""
B = """\
from .a import *

SEVEN = made_at_import()


def age():
    return LIFE
"""


def sizes(walks: list[WalkedTest]) -> Counter[str]:
    return Counter(one.file for one in walks)


def walk(test: str, seconds: float = 1.0, *, outcome: str = "passed", **lines: int) -> WalkedTest:
    return WalkedTest(
        test, "d", outcome, seconds, {f"mock_server/{name}.py": 1 << line for name, line in lines.items()}
    )


@pytest.fixture
def found(tmp_path: Path) -> Map:
    (tmp_path / "mock_server").mkdir()
    (tmp_path / "mock_server" / "a.py").write_text(A)
    (tmp_path / "mock_server" / "b.py").write_text(B)
    walks = [walk("live", a=5), walk("age", b=7), walk("failing", outcome="failed", a=5), walk(AT_IMPORT, a=9)]
    return Map(walks, tmp_path)


@pytest.mark.parametrize(
    ("place", "tests"),
    [
        (Place(5, 5), ["live"]),
        (Place(4, 4), []),
        (Place(1, 1, ("_LIFE",), imported=True), ["live"]),
        (Place(1, 1, ("LIFE",), imported=True), ["age"]),
        (Place(1, 1, ("UNUSED",), imported=True), ["live"]),
        (Place(9, 9), ["live"]),
    ],
    ids=["its line", "nobody's line", "its private name", "its name elsewhere", "its module", "what ran at import"],
)
def test_a_change_concerns_the_tests_that_walk_it(found: Map, place: Place, tests: list[str]) -> None:
    assert [one.test for one in found.covering("mock_server/a.py", place)] == tests


def test_a_public_name_concerns_the_tests_whose_file_tells_it(found: Map, tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "t.py").write_text("assert LIFE == 5 and _LIFE and LIFETIME")
    telling = Map([*found._walks, walk("tests/t.py::a"), walk("tests/u.py::b")], tmp_path)

    def concerned(name: str) -> list[str]:
        place = Place(1, 1, (name,), imported=True)
        return [one.test for one in telling.covering("mock_server/a.py", place)]

    assert concerned("LIFE") == ["tests/t.py::a", "age"]
    assert concerned("_LIFE") == ["live"], "no test can import what is private"


def test_what_a_module_calls_at_import_concerns_those_who_walk_where_it_is_defined(found: Map, tmp_path: Path) -> None:
    (tmp_path / "mock_server" / "c.py").write_text("from .a import live\n\nlive(3)\nunknown()\n")
    assert [one.test for one in found.covering("mock_server/c.py", Place(3, 3, imported=True))] == ["live"]
    assert found.covering("mock_server/c.py", Place(4, 4, imported=True)) == []


def test_what_nobody_is_seen_to_walk_may_concern_those_that_start_the_mock_as_a_program(tmp_path: Path) -> None:
    found = Map([walk("tests/docs/t.py::a"), walk("tests/web/t.py::b")], tmp_path)
    assert [one.test for one in found.of_programs()] == ["tests/docs/t.py::a"]


def test_the_plugin_tells_the_lines_of_each_test_and_of_the_servers_thread(tmp_path: Path) -> None:
    (tmp_path / "mock_server").mkdir()
    (tmp_path / "mock_server" / "__init__.py").touch()
    (tmp_path / "mock_server" / "a.py").write_text("SEVEN = 7\ndef one():\n    return 1\ndef two():\n    return 2\n")
    (tmp_path / "test_a.py").write_text(
        "import threading\nfrom mock_server import a\n"
        "def test_one(): a.one()\n"
        "def test_two():\n    thread = threading.Thread(target=a.two)\n    thread.start()\n    thread.join()\n"
        "def test_wrong(): assert a.one() == 2\n"
        "def test_not_planned(): a.two()\n"
    )
    plan, out = tmp_path / "plan.json", tmp_path / "walked.jsonl"
    plan.write_text(json.dumps({f"test_a.py::test_{name}": name for name in ("two", "one", "wrong")}))
    (tmp_path / "pytest.ini").touch()
    command = [sys.executable, "-m", "pytest", "-c", "pytest.ini", "--rootdir", ".", "-p", "measure.mutants.plugin"]
    environment = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(
        [*command, "--walked", str(out), "--walked-plan", str(plan)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    walks = read_walks(out)
    names = [AT_IMPORT, *(f"test_a.py::test_{name}" for name in ("two", "one", "wrong"))]
    assert list(walks) == names, done.stdout
    assert [one.digest for one in walks.values()] == ["", "two", "one", "wrong"]
    assert [one.outcome for one in walks.values()] == ["passed", "passed", "passed", "failed"]
    lines = [one.lines["mock_server/a.py"] for one in walks.values()]
    assert lines == [1 << 1 | 1 << 2 | 1 << 4, 1 << 5, 1 << 3, 1 << 3]


def test_every_function_has_its_turn_before_one_has_two() -> None:
    walks = [walk("t::a[1]"), walk("t::a[2]"), walk("t::a[3]"), walk("t::b"), walk("t::c[1]")]
    assert [one.test for one in spread(walks, 4)] == ["t::a[1]", "t::b", "t::c[1]", "t::a[2]"]


def test_unit_tests_of_the_site_come_first_and_few_stories_last() -> None:
    walks = [walk(f"e2e/x/t.py::s{number}", 9.0 - number / 40) for number in range(STORIES + 20)]
    walks += [walk("tests/web/t.py::quick", 0.1), walk("tests/hub/t.py::slow", 3.0), walk("tests/hub/t.py::own", 1.0)]
    units, stories = offered("mock_server/hub/rules.py", walks, "all", sizes(walks))
    assert [one.test.rpartition("::")[2] for one in units] == ["own", "slow", "quick"]
    assert len(stories) == STORIES
    assert stories[0].seconds == min(one.seconds for one in walks if one.in_browser)
    assert [one.test for one in offered("mock_server/hub/rules.py", walks, "e2e", sizes(walks))[0]] == [
        one.test for one in stories
    ]
    assert offered("mock_server/hub/rules.py", walks, "unit", sizes(walks)) == [units]


def test_the_map_is_of_each_method_once_unless_it_is_full() -> None:
    path = "e2e/login/test_paths.py::test_path_opens_the_account"
    ids = [
        "tests/a.py::t[1]", "tests/a.py::t[2]", "e2e/b.py::t[1]", "e2e/b.py::t[2]",
        f"{path}[menu-trusted_profile-pz-sms-computer-ikp-pl-chromium]",
        f"{path}[menu-trusted_profile-pz-sms-pixel-ikp-en-chromium]",
        f"{path}[menu-trusted_profile-pz-push-pixel-ikp-en-chromium]",
    ]  # fmt: skip
    assert to_be_measured(ids, read_options([]), ROOT) == [*ids[:5], ids[6]]
    assert to_be_measured(ids, read_options(["--map", "full"]), ROOT) == ids
    assert to_be_measured(ids, read_options(["--tests", "unit"]), ROOT) == ids[:2]


def test_unit_tests_of_a_site_are_those_of_its_folder() -> None:
    walks = [walk("tests/web/t.py::other", 0.1), walk("tests/pz/t.py::own", 3.0)]
    assert [one.test for one in offered("mock_server/sites/pz/rules.py", walks, "unit", sizes(walks))[0]] == [
        "tests/pz/t.py::own",
        "tests/web/t.py::other",
    ]


def test_what_pages_are_made_of_meets_first_the_stories_that_look_at_pages() -> None:
    walks = [walk("e2e/login/t.py::quick", 0.1), *(walk(f"{room}t.py::slow", 9.0) for room in LOOKERS)]
    page, code = (
        offered(f"mock_server/sites/pz/{name}", walks, "e2e", sizes(walks)) for name in ("static/pz.css", "routes.py")
    )
    assert [one.test for one in page[0]] == [f"{room}t.py::slow" for room in LOOKERS]
    assert [one.test for one in page[1]] == ["e2e/login/t.py::quick"]
    assert [len(batch) for batch in code] == [len(walks)]
    assert all((ROOT / room).is_dir() for room in LOOKERS)


def test_stories_whose_file_is_about_the_place_meet_it_before_those_that_pass_by() -> None:
    about = [walk("e2e/about/t.py::slow", 9.0), walk("e2e/about/t.py::slower", 10.0)]
    passing = walk("e2e/login/t.py::quick", 0.1)
    (stories,) = offered(
        "mock_server/web/rules.py", [passing, *about], "e2e", {"e2e/about/t.py": 2, "e2e/login/t.py": 9}
    )
    assert stories == [*about, passing]


def test_what_the_model_found_is_asked_last() -> None:
    walks = [walk("e2e/model/test_found.py::a", 0.1), walk("e2e/login/t.py::b", 9.0)]
    (stories,) = offered("mock_server/web/rules.py", walks, "e2e", sizes(walks))
    assert [one.test for one in stories] == ["e2e/login/t.py::b", "e2e/model/test_found.py::a"]


def test_a_change_of_a_template_concerns_who_renders_that_part(found: Map) -> None:
    page = WalkedTest("page", "d", "passed", 1.0, {"mock_server/a.html": 0b101})
    rendering = Map([*found._walks, page], found._root)
    concerned = [rendering.covering("mock_server/a.html", Place(part, part)) for part in (0, 1, 2)]
    assert [[one.test for one in tests] for tests in concerned] == [["page"], [], ["page"]]


def test_every_walk_that_compares_pages_with_what_was_approved_meets_what_pages_are_made_of() -> None:
    others = [walk(f"{LOOKERS[0]}t.py::s{number}", 0.1) for number in range(LOOKING + 5)]
    walks = [*others, *(walk(f"{APPROVING}::walk[{number}]", 9.0) for number in range(LOOKING + 5))]
    approving, looking = offered("mock_server/web/static/house.css", walks, "e2e", sizes(walks))
    assert {one.file for one in approving} == {APPROVING}
    assert (len(approving), len(looking)) == (LOOKING + 5, LOOKING)
    assert (ROOT / APPROVING).is_file()
