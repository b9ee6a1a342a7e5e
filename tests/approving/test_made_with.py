"""With another browser or other fonts the approved commit is brought; where it cannot be, that is an error."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from fixtures.approving.made_with import MadeWith, PicturesUnknown, approved_commit, check_out, families_of, made_with


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *named, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Approved once; the page has changed since."""
    root = tmp_path / "repository"
    (root / "e2e/approved/pictures").mkdir(parents=True)
    git(tmp_path, "init", "-q", str(root))
    for name, content, subject in (
        ("page.html", "old", "A page"),
        ("e2e/approved/pictures/a.390.webp", "picture", "Approved"),
        ("page.html", "new", "The page says something else"),
    ):
        (root / name).write_text(content)
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", subject)
    return root


def test_the_commit_that_approved_is_brought_as_it_was(repository: Path, tmp_path: Path) -> None:
    commit = approved_commit(repository)
    assert git(repository, "log", "-1", "--format=%s", commit) == "Approved"
    check_out(commit, tmp_path / "then", repository)
    assert (tmp_path / "then/page.html").read_text() == "old"
    assert (repository / "page.html").read_text() == "new"


def test_a_history_that_was_cut_off_is_an_error_and_no_pass(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    with pytest.raises(PicturesUnknown, match="unshallow"):
        approved_commit(tmp_path / "shallow")


def test_without_a_repository_it_is_said_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PicturesUnknown, match="clone of the repository"):
        approved_commit(tmp_path)


def test_before_anything_was_approved_it_is_said_how(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "fresh")
    git(repository, "rm", "-rq", "--cached", "e2e")
    git(repository, "commit", "-q", "-m", "No pictures")
    with pytest.raises(PicturesUnknown, match="make approve"):
        approved_commit(repository)


def test_the_same_fonts_are_known_again_and_others_told_from_them(blank: Page) -> None:
    browser = blank.context.browser
    assert browser
    serif, mono = (made_with(browser, (family,)) for family in ("serif", "monospace"))
    assert made_with(browser, ("serif",)) == serif
    assert serif.fonts != mono.fonts


def test_what_pictures_were_made_with_is_read_as_written(tmp_path: Path) -> None:
    made = MadeWith("156.0", ("a, b", "c"), "0f")
    made.write(tmp_path / "made-with.json")
    assert MadeWith.read(tmp_path / "made-with.json") == made
    assert MadeWith.read(tmp_path / "other.json") is None


def test_every_family_of_a_stylesheet_is_found(tmp_path: Path) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text('html { font: 16px/1.5 "A B", sans-serif } .code { font-family: monospace; } a { font: inherit; }')
    assert families_of([sheet]) == ('"A B", sans-serif', "monospace")
