"""The pages of the answers are those of the table."""

from pathlib import Path

from mock_server.check.answers import ANSWERS
from mock_server.verdict.telling.addresses import page_of
from mock_server.verdict.telling.answer_pages import pages, write
from tests.docs.documents import FOLDER, ROOT


def test_every_page_is_current() -> None:
    kept = {file.name: file.read_text(encoding="utf-8") for file in (FOLDER / "check").glob("*.md")}
    assert kept == pages(ANSWERS), "write them anew: python -m mock_server.verdict.telling.answer_pages"


def test_the_address_in_a_finding_is_a_page() -> None:
    assert [answer for answer in ANSWERS if not (ROOT / page_of(answer)).is_file()] == []


def test_pages_of_answers_that_are_gone_go(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "sig.gone.md").write_text("old", encoding="utf-8")
    write(folder)
    assert {file.name for file in folder.iterdir()} == set(pages(ANSWERS))
