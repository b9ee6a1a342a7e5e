from pathlib import Path

from reports.path_map import draw, write_path_map
from reports.paths import PathRow


def row(number: int, method: str, provider: str, device: str, browser: str = "chromium", *, ok: bool = True) -> PathRow:
    return PathRow(
        id=f"p{number}",
        entry="menu",
        method=method,
        provider=provider,
        confirmation="",
        device=device,
        browser=browser,
        destination="ikp",
        language="pl",
        test="e2e.login.test_table#test_path",
        result="passed" if ok else "failed",
        seconds=2.0,
    )


ROWS = [
    row(1, "trusted_profile", "mBank", "pixel"),
    row(2, "trusted_profile", "mBank", "computer"),
    row(3, "trusted_profile", "ING", "computer", ok=False),
    row(4, "mobywatel", "", "iphone"),
]


def test_each_method_and_each_way_within_it_has_a_line() -> None:
    assert [(line.name, line.whole) for line in draw(ROWS).lines] == [
        ("trusted profile", True),
        ("ING", False),
        ("mBank", False),
        ("mobywatel", True),
    ]


def test_the_computer_goes_first_and_the_sum_last() -> None:
    drawn = draw(ROWS)
    assert drawn.columns == ("computer", "iphone", "pixel")
    assert [(cell.passed, cell.total) for cell in drawn.lines[0].cells] == [(1, 2), (0, 0), (1, 1), (2, 3)]


def test_a_cell_is_good_only_when_all_of_it_passed() -> None:
    assert [cell.state for cell in draw(ROWS).lines[0].cells] == ["bad", "none", "good", "bad"]


def test_two_browsers_have_columns_of_their_own() -> None:
    both = [row(1, "pz", "", "computer"), row(2, "pz", "", "computer", "firefox", ok=False)]
    assert draw(both).columns == ("computer, Chromium", "computer, Firefox")
    assert [cell.state for cell in draw(both).lines[0].cells] == ["good", "bad", "bad"]


def test_a_run_without_paths_says_so_and_draws_no_table(tmp_path: Path) -> None:
    write_path_map([], tmp_path / "paths.html")
    page = (tmp_path / "paths.html").read_text(encoding="utf-8")
    assert "No test of this run walked a login path." in page
    assert "<table" not in page


def test_the_page_needs_nothing_else_and_trusts_no_name(tmp_path: Path) -> None:
    write_path_map([*ROWS, row(5, "pz", "<script>", "computer", ok=False)], tmp_path / "html" / "paths.html")
    page = (tmp_path / "html" / "paths.html").read_text(encoding="utf-8")
    assert "://" not in page
    assert "<script>" not in page
    assert "p3 (computer, chromium)" in page
