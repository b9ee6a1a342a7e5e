"""Requests to the sites: of every route, of forms that pages showed, and of nothing that any page shows."""

from collections.abc import Callable, Sequence
from random import Random
from urllib.parse import quote, urlencode, urlsplit

from starlette.routing import Route

from mock_server.saml.post_binding import encode_for_post
from mock_server.server.app import site_of
from mock_server.web.site import Site
from mock_server.web.site_table import SITES
from tests.fuzz.bodies import FORM, body_of, latin, query
from tests.fuzz.memory import Form, Memory
from tests.fuzz.parties import ARTIFACT, LOGOUT, SSO, authn_request, maybe_spoiled, soap_message
from tests.fuzz.steering import BARE, steer
from tests.fuzz.values import Json, text
from tests.fuzz.wire import Sent

_HEADERS = (
    "accept", "accept-language", "accept-encoding", "content-type", "origin", "referer", "range",
    "if-none-match", "if-modified-since", "x-back-channel", "x-forwarded-for", "authorization", "user-agent",
    "transfer-encoding", "expect", "upgrade", "soapaction", "sec-fetch-site",
)  # fmt: skip
_DOORS = (
    ("ikp", "/zaloguj"),
    ("mojeikp", "/zaloguj"),
    ("ikp", "/konto"),
    ("pz", "/ui/au/login"),
    ("pz", "/ui/au/register"),
    ("pz", "/account"),
    ("mobywatel", "/"),
    ("mobywatel", "/kod-qr/wpisz"),
    ("edo-app", "/wpisz"),
)
_METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FUZZ")


def _routes() -> list[tuple[str, str, str]]:
    """Site, method and path of every route; one bank's stand for all."""
    found = []
    for name in SITES:
        site = site_of(name)
        assert isinstance(site, Site)
        for route in site._router.routes:
            if isinstance(route, Route):
                found += [(name, method, route.path) for method in sorted(route.methods or ()) if method != "HEAD"]
            else:
                found += [(name, "GET", f"{getattr(route, 'path', '')}/{{file}}")]
    return found


ROUTES = _routes()


def visit_without_sense(rng: Random, memory: Memory) -> Sent:
    """A request to any route of any site, or to none."""
    site, method, path = rng.choice(ROUTES)
    if rng.random() < 0.05:
        method = rng.choice(_METHODS)
    parts = [quote(_part(rng, memory), safe="") if "{" in part else part for part in path.split("/")]
    target = "/".join(parts) if rng.random() < 0.97 else "/" + quote(text(rng), safe="/")
    if rng.random() < 0.2:
        target += "?" + query(rng, memory)
    if path in {ARTIFACT, LOGOUT}:
        kind, body = (
            rng.choice(("text/xml", FORM, "", "multipart/form-data")),
            maybe_spoiled(rng, soap_message(rng, memory.world)),
        )
    elif path == SSO and rng.random() < 0.7:
        kind, body = (
            FORM,
            urlencode({"SAMLRequest": encode_for_post(maybe_spoiled(rng, authn_request(rng, memory.world)))}).encode(),
        )
    else:
        kind, body = body_of(rng, memory) if method not in {"GET", "HEAD"} else ("", b"")
    return _sent(rng, memory, site, method, target, kind, body)


def next_step(rng: Random, memory: Memory, *, good: bool) -> Sent:
    """What a person does next: where the page leads, a look at their phone, a form filled in, or a link."""

    def fill(forms: Sequence[Form]) -> Sent:
        form = rng.choice(forms)
        return _go(memory, "POST", form.url, _filled(rng, memory, form, good=good))

    moves: list[tuple[float, object, Callable[[], Sent]]] = [
        (0.95, memory.onward, lambda: _go(memory, "GET", memory.onward or "")),
        (0.4, memory.waits_for_sms, lambda: steer("GET", f"/worlds/{memory.world}/inbox")),
        (0.15, memory.codes, lambda: _scan(rng, memory)),
        (0.8, memory.on_screen, lambda: fill(memory.on_screen)),
        (0.3, memory.forms, lambda: fill(memory.forms)),
        (0.6, memory.links, lambda: _go(memory, "GET", rng.choice(memory.links))),
    ]
    for likely, possible, move in moves:
        if possible and rng.random() < likely:
            return move()
    return get(memory, *rng.choice(_DOORS))


def straight_on(memory: Memory) -> Sent | None:
    """The next step of somebody who is in a hurry to get in; None for who is in, or where no page leads on."""
    if memory.onward:
        return _go(memory, "GET", memory.onward)
    if memory.on_screen and not memory.on_screen[0].url.endswith("/wyloguj"):
        form = memory.on_screen[0]
        return _go(memory, "POST", form.url, _filled(Random(0), memory, form, good=True))
    return None


def _scan(rng: Random, memory: Memory) -> Sent:
    """Let somebody's phone read a code that a page showed, or consent to one that it has read."""
    phone = f"/worlds/{memory.world}/phones/{rng.choice([*memory.people, '44051401359'])}"
    if memory.tokens and rng.random() < 0.5:
        return steer("POST", f"{phone}/consents/{quote(memory.tokens[-1], safe='')}", {"approve": True})
    return steer("POST", f"{phone}/codes", {"code": memory.codes[-1]})


def host_of(site: str, world: str) -> str:
    """The host name of a site."""
    return f"{site}--{world}.localhost:7"


def get(memory: Memory, site: str, path: str) -> Sent:
    """A page, as a browser asks for it."""
    return _go(memory, "GET", f"http://{host_of(site, memory.world)}{path}")


def _go(memory: Memory, method: str, address: str, fields: dict[str, str] | None = None) -> Sent:
    parts = urlsplit(address)
    host = parts.netloc.encode("ascii", "ignore").decode()
    target = quote(parts.path or "/", safe="/%") + (f"?{quote(parts.query, safe='=&%+')}" if parts.query else "")
    jar = "; ".join(f"{name}={value}" for name, value in memory.cookies.get(host, {}).items())
    headers = [("host", host), *([("cookie", jar)] if jar else ())]
    if fields is not None:
        headers.append(("content-type", FORM))
    return Sent(method, target, tuple(headers), urlencode(fields or {}).encode())


def _filled(rng: Random, memory: Memory, form: Form, *, good: bool) -> dict[str, str]:
    """What somebody types who has what they need; where it need not be good, seldom something else."""
    person = memory.people.get(memory.whom or rng.choice([*memory.people, ""]), {})
    codes = memory.sms if "pz--" in form.url else memory.codes
    known = _known(person, form.url) | {"code": codes[-1] if codes else "1"}
    typed = {name: known.get(name) or value for name, value in form.fields.items()}
    if not good and typed and rng.random() < 0.4:
        typed[rng.choice(sorted(typed))] = text(rng)
    return typed


def _known(person: Json, url: str) -> dict[str, str]:
    profile, card, app = (person.get(name) or {} for name in ("trusted_profile", "id_card", "mobywatel"))
    bank = urlsplit(url).netloc.partition("--")[0]
    customer = (person.get("bank_customers") or {}).get(bank, {})
    password = (
        customer.get("password")
        if customer
        else app.get("password")
        if bank == "mobywatel"
        else profile.get("password")
    )
    return {
        "username": profile.get("username", ""),
        "password": password or "",
        "password_again": password or "",
        "number": customer.get("number", "") or card.get("number", ""),
        "can": card.get("can", ""),
        "pin1": card.get("pin1", ""),
        "puk": card.get("puk", ""),
        "pin": "2580",
        "pin_again": "2580",
        "zgoda": "tak",
        "bank": "mbank",
    }


def _part(rng: Random, memory: Memory) -> str:
    return (rng.choice(list(memory.tokens)) if memory.tokens and rng.random() < 0.7 else text(rng)) or "x"


def _sent(rng: Random, memory: Memory, site: str, method: str, target: str, kind: str, body: bytes) -> Sent:
    host = host_of(site, memory.world)
    if rng.random() < 0.15:
        host, target = BARE, f"/worlds/{memory.world}/{site}{target}"
    elif rng.random() < 0.02:
        host = latin(text(rng))
    headers = [("host", host)]
    jar = memory.cookies.get(host, {})
    if jar and rng.random() < 0.8:
        headers.append(("cookie", "; ".join(f"{name}={value}" for name, value in jar.items())))
    elif rng.random() < 0.2:
        headers.append(("cookie", latin(rng.choice(("__Host-session=", "__Host-browser=", "")) + text(rng))))
    if kind:
        headers.append(("content-type", latin(kind)))
    if rng.random() < 0.15:
        headers.append((rng.choice(_HEADERS), latin(text(rng))))
    return Sent(method, target.replace(" ", "%20"), tuple(headers), body)
