"""What stands on a screen can be pressed, in a form or not, and the form that a script was about to send is read."""

from mock_server.verdict.browser.screen import Screen
from mock_server.verdict.visitor.fetching import Answered
from mock_server.verdict.visitor.page import Form
from mock_server.verdict.visitor.way_in import way_out

HELD = Form("POST", "https://hub/", (("SAMLRequest", "PHg+"),))
PAGE = """<a href="/pomoc" data-przepustka="1-0">Pomoc</a><form method="post" action="/szukaj">
<input name="q" value="x"><button data-przepustka="1-1">Szukaj</button>
<button type="button" data-przepustka="1-2">Wyczyść</button></form>
<div role="button" data-przepustka="1-3">Wyloguj</div><a href="/ukryte">Ukryte</a>"""


def screen(content: str = PAGE, held: Form | None = None) -> Screen:
    return Screen(Answered("https://s/", 200, (("content-type", "text/html"),), content.encode()), held)


def test_everything_that_is_seen_can_be_pressed() -> None:
    pressed = {text: form for text in ("Pomoc", "Szukaj", "Wyczyść", "Wyloguj") if (form := screen().saying(text))}
    assert {text: (form.method, form.mark) for text, form in pressed.items()} == {
        "Pomoc": ("GET", "1-0"),
        "Szukaj": ("POST", "1-1"),
        "Wyczyść": ("SCRIPT", "1-2"),
        "Wyloguj": ("SCRIPT", "1-3"),
    }
    assert pressed["Szukaj"].fields == (("q", "x"),)


def test_what_is_not_seen_is_sent_without_being_pressed() -> None:
    hidden = screen().saying("Ukryte")
    assert hidden is not None
    assert (hidden.mark, hidden.action) == ("", "https://s/ukryte")


def test_a_button_without_a_form_logs_out() -> None:
    out = way_out(screen())
    assert out is not None
    assert out.mark == "1-3"


def test_a_held_form_comes_first_unless_the_page_has_it() -> None:
    assert screen(held=HELD).forms[0] is HELD
    own = (
        '<form method="post" action="https://hub/"><input name="SAMLRequest" value="PHg+"><button>Dalej</button></form>'
    )
    assert [form.button for form in screen(own, HELD).forms] == ["Dalej"]
