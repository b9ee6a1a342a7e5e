from collections import Counter
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from measure.mutants.languages.known import KINDS, kind_of
from measure.mutants.sample import OF_A_FILE, Pool

PYTHON = "LIMIT = 5\n_A, _B = 1, 2\n\ndef f(a=True):\n    if a:\n        g(7)\n"
PAGE = '{% if a %}\n<a href="/x">{{ b }}</a>\n{% endif %}\n<input required>\n<p>{{ c.d }}</p>\n'
SHEET = "\n".join(f".{name} {{ color: #123456; }}" for name in "abcdef")
SCRIPT = "\n".join(f"go({number});" for number in range(6))
FILES = {
    "kernel/clock.py": PYTHON,
    "kernel/code.py": "X = 1\n",
    "faults/all.py": "Y = 1\n",
    "kernel2.py": "Z = 1\n",
    "sites/pz/templates/sms.html": PAGE,
    "sites/pz/static/pz.css": SHEET,
    "web/static/wait.js": SCRIPT,
}


@pytest.fixture
def mock(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        file = tmp_path / "mock_server" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path


def test_a_seed_draws_the_same_again_and_another_another(mock: Path) -> None:
    drawn = [[one.id for one in Pool(mock).draw(seed, 8)] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_larger_sample_begins_with_the_smaller(mock: Path) -> None:
    assert Pool(mock).draw(1, 9)[:5] == Pool(mock).draw(1, 5)


def test_no_line_is_changed_twice_no_file_often_and_the_catalogue_never(mock: Path) -> None:
    sample = Pool(mock).draw(1, 1000)
    places = Counter((one.file, one.line) for one in sample)
    assert set(places.values()) == {1}
    assert set(Counter(one.file for one in sample).values()) <= set(range(1, OF_A_FILE + 1))
    assert {one.file for one in sample} == {f"mock_server/{name}" for name in FILES if not name.startswith("faults/")}


def test_what_no_browser_meets_is_not_changed_for_the_stories_alone(mock: Path) -> None:
    judge = mock / "mock_server/verdict/judge.py"
    judge.parent.mkdir()
    judge.write_text((mock / "mock_server" / next(name for name in FILES if name.endswith(".py"))).read_text())
    assert judge.name in {Path(one.file).name for one in Pool(mock).draw(1, 1000)}
    assert judge.name not in {Path(one.file).name for one in Pool(mock, in_browser=True).draw(1, 1000)}


def test_the_kinds_of_source_have_equal_shares(mock: Path) -> None:
    sample = Pool(mock).draw(1, 4 * OF_A_FILE)
    assert Counter(kind_of(one.file) for one in sample) == dict.fromkeys(KINDS, OF_A_FILE)


def test_a_kind_that_has_no_more_leaves_the_rest_to_the_others(mock: Path) -> None:
    (mock / "mock_server/web/static/wait.js").write_text("go();\n")
    counted = Counter(kind_of(one.file) for one in Pool(mock).draw(1, 7))
    assert counted["script"] == 1
    assert sum(counted.values()) == 7


def test_only_the_wanted_kinds_are_drawn(mock: Path) -> None:
    pool = Pool(mock, kinds=["script", "stylesheet"])
    assert {kind_of(one.file) for one in pool.draw(1, 1000)} == {"script", "stylesheet"}
    assert pool.offered.keys() == {"script", "stylesheet"}


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("kernel.clock", {"kernel/clock.py"}),
        ("kernel", {"kernel/clock.py", "kernel/code.py"}),
        ("mock_server.kernel2", {"kernel2.py"}),
        ("sites.pz", {"sites/pz/templates/sms.html", "sites/pz/static/pz.css"}),
    ],
)
def test_a_part_is_a_module_a_package_or_a_folder(mock: Path, only: str, files: set[str]) -> None:
    assert {one.file for one in Pool(mock, only).draw(1, 1000)} == {f"mock_server/{name}" for name in files}


def test_two_samples_of_the_mock_are_of_every_kind_alike_and_all_can_be_used() -> None:
    pool = Pool(ROOT, kinds=["template", "stylesheet", "script"])
    for seed in (1, 2):
        assert Counter(kind_of(one.file) for one in pool.draw(seed, 57)) == {
            "template": 19,
            "stylesheet": 19,
            "script": 19,
        }
