"""What no address may hold, since it stays in histories, logs and referrers (OWASP ASVS 5.0, V14.2.1).

And where none may lead: who reached the sites by path, without the names of their hosts, stays on that way, and Back
leads to a page that is there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from e2e.watchers.pages import content_of
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

SIMULATORS = {("mobywatel", "/telefon/"): "the address of a simulated phone, which nobody has in life"}
"""Addresses that may hold a number, by site and beginning, with the reason."""
_NUMBER = re.compile(r"(?<![\w-])\d{4,}(?![\w-])")
"""A PESEL, an SMS code, a number for the eDO App, a CAN, a PIN: whatever a person types is at least so long."""
_CODE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
"""What the text of a QR code for mObywatel holds."""
_CHOICES = ("__Host-language", "__Host-last-method")
"""Cookies that keep a choice, and no secret."""
_SHORTEST_SECRET = 8
_ADDRESSES = "//@*[starts-with(., '/') or starts-with(., 'http')][not(name() = 'value')]"
"""What a page leads to or asks; a field may hold what only its own site reads."""
_BEHIND = re.compile(r'data-behind="(?:/worlds/[^/"]+/[^/"]+)?([^"]*)"')
"""The page that a form which sends itself leaves in the history, where a browser keeps a place for it."""
_ALWAYS_THERE = re.compile(r"/|/delegated|/login/[\w-]+")
"""The front page of a service, what a site says of a question that it has passed on, and a login at login.gov.pl, which
need not have been shown where it was arranged."""
_SITE = re.compile(r"https?://[\w-]+\.localhost")


def complaints(watched: Watched) -> Iterable[str]:
    """Addresses that hold a number that counts or the value of a cookie, leave the way, or are no page for Back."""
    yield from _led_astray(watched.answers)
    yield from _lost_behind(watched.answers)
    secrets = {value for answer in watched.answers for value in _cookies_set_by(answer)}
    for answer in watched.answers:
        for address in _addresses_of(answer):
            if not _is_a_simulators(answer.site, address):
                for complaint in _of(unquote(address), secrets):
                    yield f"{complaint}: {answer.site}{address}"


def _led_astray(answers: Iterable[Answer]) -> Iterator[str]:
    """What a page that was reached by path on the bare host leads to by the name of a host, or to nowhere."""
    for answer in answers:
        ways = f"/worlds/{answer.world}/"
        if answer.is_page and _is_by_path(answer):
            for address in content_of(answer.text).xpath(_ADDRESSES):
                if not address.startswith(ways) and (address.startswith("/") or _SITE.match(address)):
                    yield f"{answer.address}: was reached by path, and leads to {address}"


def _lost_behind(answers: Sequence[Answer]) -> Iterator[str]:
    """Pages that a site has the browser keep for Back, and which it has never shown."""
    shown = {(answer.site, answer.path) for answer in answers if answer.is_page and answer.method == "GET"}
    for answer in answers:
        for behind in _BEHIND.findall(answer.text if answer.is_page else ""):
            if not _ALWAYS_THERE.fullmatch(behind) and (answer.site, behind) not in shown:
                yield f"{answer.address}: Back would lead to {behind}, which {answer.site} has never shown"


def _of(address: str, secrets: set[str]) -> Iterator[str]:
    if numbers := _NUMBER.findall(address):
        yield f"an address with {', '.join(numbers)}"
    if _CODE.search(address):
        yield "an address with a code for mObywatel"
    for secret in secrets:
        if secret in address:
            yield "an address with the value of a cookie"


def _addresses_of(answer: Answer) -> Iterator[str]:
    yield f"{answer.path}?{answer.query}"
    if led_to := answer.headers.get("location"):
        parts = urlsplit(led_to)
        yield f"{parts.path}?{parts.query}#{parts.fragment}"


def _cookies_set_by(answer: Answer) -> Iterator[str]:
    for line in answer.headers.getlist("set-cookie"):
        name, _, value = line.partition(";")[0].partition("=")
        if len(value) >= _SHORTEST_SECRET and name not in _CHOICES:
            yield value


def _is_by_path(answer: Answer) -> bool:
    """Whether it was asked on the bare host, and not by its site's own name."""
    return not answer.asked.get("host", "").partition(":")[0].endswith(".localhost")


def _is_a_simulators(site: str, address: str) -> bool:
    return any(site == of and address.startswith(beginning) for of, beginning in SIMULATORS)
