"""The provider's pages. Whatever came from outside is escaped."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from urllib.parse import urlsplit

from .config import Hub
from .sessions import Session

_PAGE = """<!doctype html><html lang="pl"><meta charset="utf-8"><title>Przykładowy serwis</title>
<h1>{heading}</h1>{content}</html>"""
LOGIN = '<form method="post" action="/zaloguj"><button>Zaloguj się przez login.gov.pl</button></form>'
HOME = '<p><a href="/">Przejdź do serwisu</a></p>'
_SEND = "document.forms[0].submit()"
_TO_HUB = """<form id="do-wezla" method="post" action="{address}">
<input type="hidden" name="SAMLRequest" value="{request}">
<input type="hidden" name="RelayState" value="{relay_state}"><button>Dalej do login.gov.pl</button></form>
<script>{send}</script>"""
_PERSON = """<dl><dt>PESEL</dt><dd>{pesel}</dd><dt>Data urodzenia</dt><dd>{birth_date}</dd>
<dt>Poziom</dt><dd>{level}</dd></dl><form method="post" action="/wyloguj">
<input type="hidden" name="token" value="{token}"><button>Wyloguj się</button></form>"""


def page(heading: str, content: str) -> bytes:
    """A page; its content is HTML."""
    return _PAGE.format(heading=escape(heading), content=content).encode()


def headers(hub: Hub) -> dict[str, str]:
    """What every page tells the browser: keep nothing, guess nothing, run our one script, stand in no frame."""
    parts = urlsplit(hub.sso_url)
    script = b64encode(sha256(_SEND.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{script}'; form-action 'self' {parts.scheme}://{parts.netloc}",
        "base-uri 'none'; frame-ancestors 'none'",
    )
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join(policy),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def to_hub(hub: Hub, request: bytes, relay_state: str) -> str:
    """A form that sends itself, or is sent by hand where no script runs."""
    return _TO_HUB.format(
        address=escape(hub.sso_url), request=b64encode(request).decode(), relay_state=relay_state, send=_SEND
    )


def person(session: Session) -> tuple[str, str]:
    """The heading and the content of somebody's own page."""
    who, login = session.login.person, session.login
    facts = _PERSON.format(
        pesel=escape(who.pesel), birth_date=who.birth_date, level=escape(login.level), token=session.token
    )
    return f"Dzień dobry, {who.given_name} {who.family_name}", facts
