"""A person's way to the hub is found, whatever the pages say, or told where it ends."""

from base64 import b64encode

import pytest

from mock_server.verdict.visitor.trouble import Kind, Trouble
from mock_server.verdict.visitor.way_in import ask_hub
from tests.verdict.services import Asked, Behaviour, service
from tests.verdict.visiting import visit

REQUEST = b64encode(b'<p:AuthnRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1"/>').decode()
FIELD = f'<input type="hidden" name="SAMLRequest" value="{REQUEST}">'
TO_HUB = f'<form method="post" action="http://login.localhost/">{FIELD}</form>'
FORM = '<form method="post" action="/hub">'
SITES = {
    "button": f'<form action="/szukaj"><button>Szukaj</button></form>{FORM}<button>Zaloguj</button></form>',
    "link": '<a href="/out">Wyloguj</a><a href="/help">Pomoc</a><a href="/hub">Zaloguj się przez login.gov.pl</a>',
    "best-link": '<a href="/bank">Zaloguj przez bank</a><a href="/hub">Zaloguj przez login.gov.pl</a>',
    "refresh": '<meta http-equiv="refresh" content="0; url=/hub">',
    "script": FORM + '<input type="hidden" name="a" value="b"></form><script>f.submit()</script>',
    "base": '<base href="/deep/"><a href="../hub">Sign in</a>',
}  # fmt: skip


def site(first: str) -> Behaviour:
    def answer(asked: Asked) -> None:
        asked.answer({"/": first, "/hub": TO_HUB}.get(asked.path.partition("?")[0], "<h1>Gdzie indziej</h1>"))

    return answer


@pytest.mark.parametrize("name", SITES)
def test_the_way_is_found(name: str) -> None:
    with service(site(SITES[name])) as origin:
        asked = visit(origin, lambda visitor: ask_hub(visitor, origin + "/"))
    assert asked.request_id == "_1"
    assert asked.page.address == origin + "/hub"


def test_a_named_button_is_pressed() -> None:
    first = '<a href="/elsewhere">Zaloguj</a><a href="/hub">Wejdź</a>'
    with service(site(first)) as origin:
        assert visit(origin, lambda visitor: ask_hub(visitor, origin + "/", ("wejdź",))).request_id == "_1"


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("<h1>Nic</h1>", "--click"),
        ('<a href="/">Zaloguj</a>', "after 6 pages"),
        ('<form method="post"><input name="SAMLRequest" value="???"></form>', "no XML in base64"),
    ],
    ids=["nothing", "round", "no-request"],
)
def test_where_there_is_no_way_it_is_told(first: str, told: str) -> None:
    with service(site(first)) as origin, pytest.raises(Trouble, match=told) as trouble:
        visit(origin, lambda visitor: ask_hub(visitor, origin + "/"))
    assert trouble.value.kind is Kind.NO_WAY_ON


def test_a_button_that_is_not_there_is_named() -> None:
    with service(site("<h1>Nic</h1>")) as origin, pytest.raises(Trouble, match="'Wejdź'"):
        visit(origin, lambda visitor: ask_hub(visitor, origin + "/", ("Wejdź",)))
