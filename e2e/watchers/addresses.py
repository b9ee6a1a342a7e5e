"""What no address may hold, since it stays in histories, logs and referrers (OWASP ASVS 5.0, V14.2.1)."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

SIMULATORS = {("mobywatel", "/telefon/"): "the address of a simulated phone, which nobody has in life"}
"""Addresses that may hold a number, by site and beginning, with the reason."""
_NUMBER = re.compile(r"(?<![\w-])\d{4,}(?![\w-])")
"""A PESEL, an SMS code, a number for the eDO App, a CAN, a PIN: whatever a person types is at least so long."""
_CODE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
"""What the text of a QR code for mObywatel holds."""
_SHORTEST_SECRET = 8


def complaints(watched: Watched) -> Iterable[str]:
    """Every address that was asked for, or led to, and holds a number that counts or the value of a cookie."""
    secrets = {value for answer in watched.answers for value in _cookies_set_by(answer)}
    for answer in watched.answers:
        for address in _addresses_of(answer):
            if not _is_a_simulators(answer.site, address):
                for complaint in _of(unquote(address), secrets):
                    yield f"{complaint}: {answer.site}{address}"


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
        value = line.partition(";")[0].partition("=")[2]
        if len(value) >= _SHORTEST_SECRET:
            yield value


def _is_a_simulators(site: str, address: str) -> bool:
    return any(site == of and address.startswith(beginning) for of, beginning in SIMULATORS)
