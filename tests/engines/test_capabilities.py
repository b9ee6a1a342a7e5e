"""What a browser cannot do is told with its reason, and nobody needs what no table lists."""

import ast
from pathlib import Path

import pytest

from fixtures.engines import CAN_RECORD, ENGINES, LACKS, NEEDS, CapabilityUnknown, lacking
from tests.reports.session import run

ROOT = Path(__file__).parent.parent.parent
SUITE = """
import pytest
pytestmark = pytest.mark.needs("touch")
@pytest.mark.parametrize("browser_name", ["chromium", "firefox"])
def test_tap(browser_name): pass
"""


def test_what_a_browser_lacks_is_told_with_the_reason() -> None:
    assert lacking("firefox", ["touch"]) == f"Firefox lacks a touch screen: {LACKS['touch']['firefox']}"


def test_what_a_browser_can_do_keeps_no_story_from_it() -> None:
    assert not lacking("chromium", list(LACKS))
    assert not lacking("webkitgtk", [])


def test_a_need_that_nobody_has_heard_of_is_refused() -> None:
    with pytest.raises(CapabilityUnknown, match=r"needs\('wings'\).* touch"):
        lacking("chromium", ["wings"])


def test_a_story_is_skipped_only_in_the_browser_that_lacks_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(SUITE)
    done = run(tmp_path, "fixtures.engines", "-rs", "-n", "0", "-p", "no:playwright", "-W", "ignore")
    assert "1 passed, 1 skipped" in done.stdout
    assert LACKS["touch"]["firefox"] in done.stdout


def test_the_table_knows_its_browsers_and_gives_each_a_reason() -> None:
    assert {browser for lacks in LACKS.values() for browser in lacks} <= set(ENGINES)
    assert all(reason for lacks in LACKS.values() for reason in lacks.values())


def test_every_need_of_a_story_is_in_the_table_and_each_of_the_table_is_needed() -> None:
    needed = {name for file in (ROOT / "e2e").rglob("*.py") for name in needs_of(ast.parse(file.read_text()))}
    assert needed | {CAN_RECORD} == set(LACKS)


def needs_of(tree: ast.Module) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marks = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == NEEDS]
    return {str(argument.value) for mark in marks for argument in mark.args if isinstance(argument, ast.Constant)}
