"""A page state is compared whole with what was approved: a changed word or pixel is told, drawn data are not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fixtures.approving.claims import Claims
from fixtures.approving.folder import Approved, left_over
from fixtures.approving.onlookers import Judge
from fixtures.world import WorldControl
from tests.approving.looking import Show, look

Approve = Callable[[Page], None]
JudgePage = Callable[[Page], str]

SAYS = "<h1>Recepty</h1><p>Masz jedną receptę.</p><a href='/recepty'>Pokaż</a><button>Dalej</button>"


def test_an_unchanged_state_is_as_approved(show: Show, approve: Approve, judge: JudgePage) -> None:
    approve(show(SAYS))
    assert judge(show(SAYS)) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Masz jedną receptę.", "Masz dwie recepty."),
        ("<button>", "<button disabled>"),
        ("href='/recepty'", "href='/inne'"),
        ("<button>Dalej</button>", ""),
        ("</button>", "</button><button>Wstecz</button>"),
        ("<h1>Recepty</h1>", "<h2>Recepty</h2>"),
    ],
    ids=["sentence", "disabled", "link", "gone", "new", "level"],
)
def test_a_changed_tree_is_told(show: Show, approve: Approve, judge: JudgePage, old: str, new: str) -> None:
    approve(show(SAYS))
    complaints = judge(show(SAYS.replace(old, new)))
    assert "does not say what was approved" in complaints
    assert "make approve" in complaints


FORM = (
    "<form method='post' action='/kod'><input name='code' autocomplete='one-time-code' aria-label='Kod'></form>"
    "<p role='status'></p><noscript><a href='/kod'>Sprawdź</a></noscript>"
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("'post'", "'get'", '+  - form method="get" action="/kod"'),
        ("action='/kod'", "action='/inny'", '+  - form method="post" action="/inny"'),
        (" autocomplete='one-time-code'", "", '+  - input name="code"'),
        ("name='code'", "name='code' type='password'", 'type="password"'),
        (" role='status'", "", '-  - p role="status"'),
        ("Sprawdź", "Wróć", "+  - noscript: <a href='/kod'>Wróć</a>"),
    ],
    ids=["method", "action", "autocomplete", "type", "role", "without-scripts"],
)
def test_changed_markup_is_told_that_neither_tree_nor_picture_shows(
    show: Show, approve: Approve, judge: JudgePage, old: str, new: str, told: str
) -> None:
    approve(show(FORM))
    complaints = judge(show(FORM.replace(old, new)))
    assert told in complaints
    assert complaints.count("does not say") == 1


def test_markup_around_a_page_is_told_as_that(
    show: Show, approve: Approve, judge: JudgePage, approved: Approved
) -> None:
    approve(show(SAYS))
    page = show(SAYS)
    page.evaluate("document.querySelector('footer').setAttribute('translate', 'no')")
    assert '+  - footer translate="no"' in judge(page)
    assert "footer" not in (approved.tree("nowhere/the-account", "computer") or "")


def test_instants_and_seconds_of_the_markup_are_told_by_kind(show: Show, approve: Approve, judge: JudgePage) -> None:
    page = "<time datetime='2026-11-19T09:0{0}:00+01:00' data-seconds='{0}'>0:0{0}</time><time datetime='2026-11-0{0}'>"
    approve(show(page.format(1)))
    assert judge(show(page.format(2))) == ""
    assert "2026-11-1T" in judge(show(page.format(1).replace("2026-11-19T", "2026-11-1T")))


def test_another_title_is_told(show: Show, approve: Approve, judge: JudgePage) -> None:
    approve(show(SAYS))
    page = show(SAYS)
    page.evaluate("document.title = 'Inny'")
    assert "+# Inny" in judge(page)


def test_a_changed_header_is_told_as_what_stands_around_and_not_as_the_state(
    show: Show, approve: Approve, judge: JudgePage, approved: Approved
) -> None:
    approve(show(SAYS))
    assert "Konto pacjenta" not in (approved.tree("nowhere/the-account", "computer") or "")
    page = show(SAYS)
    page.evaluate("document.querySelector('header').textContent = 'Inne konto'")
    complaints = judge(page)
    assert "+- banner: Inne konto" in complaints
    assert complaints.count("does not say") == 1


def test_a_link_that_comes_back_to_its_page_is_told_as_that(
    show: Show, approve: Approve, judge: JudgePage, approved: Approved
) -> None:
    switch = "<h1>Recepty</h1><a href='/jezyk/en?dalej={}'>English</a>"
    approve(show(switch.format("blank")))  # the path of about:blank
    assert "/jezyk/en?dalej={this page}" in (approved.tree("nowhere/the-account", "computer") or "")
    assert "+  - /url: /jezyk/en?dalej=/" in judge(show(switch.format("/"))).replace("    ", "  ")
    assert judge(show(switch.format("blank"))) == ""


def data(world: WorldControl, seed: int) -> str:
    person = world.make_person(seed)
    values = (
        person.full_name, person.pesel, person.phone, person.email, f"{person.birth_date:%d.%m.%Y}",
        f"{seed:03d} {seed:03d} {seed:03d}", f"0{seed}.11.2026, 10:0{seed}:00",
    )  # fmt: skip
    address = f"http://ikp--t{seed}-abc.localhost:80{seed}0/dzieci/{str(seed) * 32}"
    shown = "".join(f"<dt>Dana</dt><dd>{value}</dd>" for value in values)
    return f"<h1>Dane</h1><p>Dzień dobry, {person.full_name}!</p><dl>{shown}</dl><a href='{address}'>Dalej</a>"


def test_drawn_data_are_told_by_kind_and_never_as_a_change(
    show: Show, approve: Approve, judge: JudgePage, world: WorldControl, approved: Approved
) -> None:
    approve(show(data(world, 1)))
    assert judge(show(data(world, 2))) == ""
    says = approved.tree("nowhere/the-account", "computer") or ""
    for kind in ("full name", "PESEL", "phone", "e-mail", "day", "number", "moment"):
        assert f"{{{kind}}}" in says
    assert "{ikp}/dzieci/{id}" in says


def test_a_datum_that_is_not_of_its_kind_is_told(
    show: Show, approve: Approve, judge: JudgePage, world: WorldControl
) -> None:
    approve(show(data(world, 1)))
    pesel = world.people()[0].pesel
    assert pesel[:-1] in judge(show(data(world, 2).replace(world.people()[1].pesel, pesel[:-1])))


def test_a_changed_button_is_seen_in_the_picture_alone(show: Show, approve: Approve, judge: JudgePage) -> None:
    approve(show(SAYS))
    page = show(SAYS.replace("<button>", "<button style='background: #b3141d'>"))
    complaints = judge(page)
    assert "does not look as approved" in complaints
    assert "does not say" not in complaints


def test_the_page_is_left_as_it_was(show: Show, approve: Approve, world: WorldControl) -> None:
    page = show(data(world, 3) + "<input value='90010112345'><span data-seconds='9'>0:09</span>")
    before = page.locator("body").inner_text(), page.get_by_role("textbox").input_value(), page.viewport_size
    approve(page)
    assert (page.locator("body").inner_text(), page.get_by_role("textbox").input_value(), page.viewport_size) == before
    expect(page.locator("[data-seconds]")).to_be_visible()


def test_a_state_that_nobody_has_approved_is_told(show: Show, judge: JudgePage) -> None:
    complaints = judge(show(SAYS))
    assert "nobody has approved this state yet" in complaints
    assert "make approve" in complaints


def test_a_walk_that_meets_fewer_states_than_approved_is_told(
    show: Show, approve: Approve, world: WorldControl, approved: Approved, tmp_path: Path
) -> None:
    approve(show(SAYS))
    blind = Judge(world, Claims(tmp_path / "run"), approved=approved)
    assert "-computer nowhere/the-account" in "\n".join(blind.complaints("walk-computer"))


def test_what_no_walk_meets_is_left_over(show: Show, approve: Approve, approved: Approved) -> None:
    approve(show(SAYS))
    assert left_over(approved, ["walk-computer"]) == []
    stray = ("trees/nowhere/gone.yml", "pictures/nowhere/gone.390.webp", "around/nowhere/link-9.yml", "walks/gone.txt")
    for name in stray:
        (approved.folder / name).write_text("- main\n")
    assert left_over(approved, ["walk-computer"]) == sorted(name.rpartition(".")[0] for name in stray)


def test_one_difference_is_told_once_however_many_walks_meet_it(
    show: Show, approve: Approve, world: WorldControl, approved: Approved, tmp_path: Path
) -> None:
    approve(show(SAYS))
    page, of_run = show(SAYS.replace("jedną", "inną")), Claims(tmp_path / "run")
    first, second = (
        look(Judge(world, of_run, approved=approved, approved_picture=lambda s, w: approved.picture(s.id, w)), page)
        for _ in range(2)
    )
    assert "inną" in first
    assert second == ""


def test_what_was_told_of_one_fault_is_told_again_of_another(tmp_path: Path) -> None:
    claims = Claims(tmp_path)
    assert claims.under(["a.fault"]).claim("ikp/start")
    assert not claims.under(["a.fault"]).claim("ikp/start")
    assert claims.under(["another.fault"]).claim("ikp/start")
