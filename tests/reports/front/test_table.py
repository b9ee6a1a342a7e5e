from reports.front.table import arrange, listed
from tests.reports.front.rows import ROWS, row


def test_each_method_and_each_way_within_it_has_a_line_with_the_banks_own_name() -> None:
    assert [(line.name, line.whole) for line in arrange(ROWS).lines] == [
        ("profil zaufany", True),
        ("BOŚ, bank", False),
        ("ING, bank", False),
        ("mObywatel", True),
    ]


def test_the_computer_goes_first_and_the_sum_last() -> None:
    arranged = arrange(ROWS)
    assert arranged.columns == ("computer", "iPhone", "Pixel")
    assert [(cell.passed, cell.total) for cell in arranged.lines[0].cells] == [(1, 2), (0, 0), (1, 1), (2, 3)]


def test_a_cell_is_good_only_when_all_of_it_passed() -> None:
    assert [cell.state for cell in arrange(ROWS).lines[0].cells] == ["bad", "none", "good", "bad"]


def test_two_browsers_have_columns_of_their_own() -> None:
    both = [row(1, "pz", "", "computer"), row(2, "pz", "", "computer", "firefox", ok=False)]
    assert arrange(both).columns == ("computer, Chromium", "computer, Firefox")
    assert [cell.state for cell in arrange(both).lines[0].cells] == ["good", "bad", "bad"]


def test_every_path_is_listed_once_under_its_provider() -> None:
    groups = listed(ROWS)
    assert [(group.name, [path.id for path in group.rows]) for group in groups] == [
        ("profil zaufany: BOŚ", ["p1", "p2"]),
        ("profil zaufany: ING", ["p3"]),
        ("mObywatel: mObywatel", ["p4"]),
    ]
    assert [bool(group.first_of) for group in groups] == [True, False, True]
