"""What a service asks before it lets anybody in is answered, and only where it is asked."""

from mock_server.verdict.visitor.page import Form
from mock_server.verdict.visitor.visitor import Visitor
from tests.verdict.services import Asked, service
from tests.verdict.visiting import visit

_CONSENT = """<form method="post" action="/zgoda"><input type="checkbox" name="zgoda" value="tak" required>
<input type="checkbox" name="reklamy" value="tak"><button>Akceptuję</button></form>
<form method="post" action="/rezygnacja"><button>Rezygnuję</button></form>"""
_PIN = """<form method="post" action="/pin"><input name="pin" value=""><input name="inne" value="a">
<button>Zapisz</button></form>"""


def test_the_buttons_are_pressed_and_the_fields_filled() -> None:
    posted: dict[str, dict[str, str]] = {}

    def behaviour(asked: Asked) -> None:
        posted[asked.path] = asked.form
        asked.answer({"/acs": _CONSENT, "/zgoda": _PIN}.get(asked.path, "<h1>Konto</h1>"))

    with service(behaviour) as origin:

        async def come(visitor: Visitor) -> str:
            visitor.then, visitor.fills = ("Akceptuję", "nie ma", "Zapisz"), {"pin": "2468"}
            return (await visitor.come_back(Form("POST", origin + "/acs", (("SAMLart", "x"),)), origin)).text

        assert visit(origin, come) == "Konto"
    assert posted == {"/acs": {"SAMLart": "x"}, "/zgoda": {"zgoda": "tak"}, "/pin": {"pin": "2468", "inne": "a"}}
