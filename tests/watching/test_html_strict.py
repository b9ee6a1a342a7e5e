import pytest

from e2e.watchers import html_strict
from e2e.watchers.html_strict import skeleton_of
from tests.watching.pages import complaints, page, served

FORM = """<form id="one" method="post" action="/a?b=1&amp;c=2">
<label for="code">Kod &amp; więcej</label>
<input id="code" name="code" aria-describedby="hint other" list="codes" required>
<p id="hint">6 cyfr</p><p id="other">x</p>
<datalist id="codes"><option value="1"></option></datalist>
</form><button form="one">Dalej</button><a href="#one">W górę</a>"""


def test_a_page_that_a_strict_parser_takes_is_let_pass() -> None:
    assert complaints(html_strict.complaints, served(page(FORM))) == []


@pytest.mark.parametrize(
    "main",
    [
        "<p>otwarty <div>blok</div></p>",
        "<ul><li>jeden</ul></li>",
        "<p>R&D</p>",
        "<p>mniej < więcej</p>",
        '<p class="a" class="b">dwa razy</p>',
        "<table><tr><td>komórka</td></tr><p>x</p></table>",
        "<strong>pogrubiony",
        '<form method="post"><form method="post"></form></form>',
        "<p/>",
    ],
)
def test_html_that_a_browser_must_mend_is_found(main: str) -> None:
    assert complaints(html_strict.complaints, served(page(main)))


@pytest.mark.parametrize(
    ("main", "found"),
    [
        ('<p tabindex="-1" autofocus>a</p><dialog><button autofocus>b</button></dialog>', 0),
        ("<button autofocus>a</button><button autofocus>b</button>", 1),
    ],
)
def test_several_elements_that_ask_for_the_focus_are_found(main: str, found: int) -> None:
    assert len(complaints(html_strict.complaints, served(page(main)))) == found


def test_a_page_without_a_doctype_is_found() -> None:
    assert complaints(html_strict.complaints, served(page("").partition("\n")[2]))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('id="hint"', 'id="tip"'),
        ('id="other"', 'id="hint"'),
        ('for="code"', 'for="kod"'),
        ('form="one"', 'form="two"'),
        ('list="codes"', 'list="kody"'),
        ('href="#one"', 'href="#two"'),
    ],
)
def test_an_id_that_is_there_twice_or_not_at_all_is_found(right: str, wrong: str) -> None:
    assert complaints(html_strict.complaints, served(page(FORM.replace(right, wrong))))


def test_pages_that_differ_in_words_and_values_share_a_skeleton_and_no_others_do() -> None:
    one = page('<p class="a">Anna</p><input value="1">')
    assert skeleton_of(one) == skeleton_of(page('<p class="b">Jan Kowalski</p><input value="2">'))
    for other in (
        '<p class="a">Anna</p><input type="1">',
        '<p id="a">Anna</p><input value="1">',
        '<b class="a">Anna</b>',
    ):
        assert skeleton_of(one) != skeleton_of(page(other))
