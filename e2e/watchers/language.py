"""A page is in the language that its visitor chose or asks for, says so, and says in which characters it is written.

Nothing in it was meant for programmers, and no other language shows but where it is marked. How a language is chosen is
stated here a second time, on purpose: an oracle asks nothing of what it judges.
"""

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie

from e2e.watchers.pages import content_of, on_each_page
from fixtures.booking import Voivodeship
from fixtures.watching.answers import Answer
from pages.languages import ENGLISH, ONE, POLISH, PSEUDO, THREE, TWO, UKRAINIAN

COOKIE = "__Host-language"
_SPOKEN = dict.fromkeys(("login", "pz", "mojeid", "e-dowod", "login-mobywatel"), THREE) | dict.fromkeys(
    ("pacjent", "ikp", "mojeikp"), TWO
)
"""What a site speaks, where it is more than Polish."""
_TYPE = "text/html; charset=utf-8"
_FIRST = '<meta charset="utf-8">'
_WITHIN = 1024
"""Bytes in which a browser looks for the charset (HTML, 4.2.5.4)."""
_QUOTED = "ancestor::*[@lang != /html/@lang]"
_NOT_PROSE = f"ancestor::script or ancestor::style or ancestor::code or ancestor::*[@translate='no'] or {_QUOTED}"
_SAID_BY = " | ".join(f"//@{name}[not({_QUOTED})]" for name in ("aria-label", "title", "alt", "placeholder"))
_PROSE = f"//text()[not({_NOT_PROSE})] | {_SAID_BY}"
_HOST = re.compile(r".*\.(gov\.pl|localhost|pl)")
_KEY = re.compile(r"(?<![@\w.])[a-z]\w*(?:[._][a-z]\w+)+(?![@\w])")
_LEAK = re.compile(r"[{}]{2}|\{%|%\(|%[sd]\b|&#?\w+;|\b(?:undefined|NaN|None|null|True|False)\b")
_WORD = re.compile(r"\w+")
_ENGLISH = frozenset((
    "accept", "again", "and", "approval", "approve", "approved", "back", "cancel", "choose", "confirm", "continue",
    "error", "expired", "from", "invalid", "is", "next", "of", "password", "please", "sign", "skip", "submit", "the",
    "this", "waiting", "with", "you", "your",
))  # fmt: skip
"""Words of which no page in English lacks some, and which no Polish sentence has."""
_POLISH = frozenset((
    "aby", "albo", "anuluj", "dalej", "dla", "hasło", "jest", "jeśli", "lub", "możesz", "nie", "oraz", "przez", "się",
    "twoje", "twój", "wróć", "wybierz", "zaloguj", "żeby",
))  # fmt: skip
"""The same the other way round."""
_FOREIGN = {POLISH: _ENGLISH, ENGLISH: _POLISH, UKRAINIAN: _ENGLISH | _POLISH}
_UNLIKE = {
    ENGLISH: re.compile(r"\b[a-z]*[ąćęłńśźż][a-ząćęłńóśźż]*\b"),
    UKRAINIAN: re.compile(r"\b[a-ząćęłńóśźż]+(?:[ ,]+[a-ząćęłńóśźż]+){2,}\b"),
}
"""What no sentence of a language holds: a common noun with Polish letters, three small words in Latin ones."""
_NAMES = frozenset(word for one in Voivodeship for word in one.split("-"))
"""Names that are written small."""
_NOTHING = re.compile(r"(?!)")


def _complaints_of(answer: Answer) -> Iterator[str]:
    if answer.headers.get("content-type") != _TYPE:
        yield f"its Content-Type is {answer.headers.get('content-type')!r}, not {_TYPE!r}"
    if _FIRST.encode() not in answer.body[:_WITHIN].lower():
        yield f"its first {_WITHIN} bytes hold no {_FIRST}"
    page, wanted = content_of(answer.text), _language_of(answer)
    if page.get("lang") != wanted:
        yield f"it is to be in “{wanted}” and says that it is in “{page.get('lang')}”"
    said = page.get("lang")
    prose = page.xpath(_PROSE)
    if _odd_in("\n".join(prose), said):
        for text in prose:
            if odd := _odd_in(text, said):
                yield f"“{' '.join(text.split())[:60]}” holds {', '.join(odd)}"


def _odd_in(text: str, language: str | None) -> list[str]:
    keys = [key for key in _KEY.findall(text) if not _HOST.fullmatch(key)]
    foreign = _FOREIGN.get(language or "", frozenset()).intersection(_WORD.findall(text.lower()))
    unlike = [part for part in _UNLIKE.get(language or "", _NOTHING).findall(text) if part not in _NAMES]
    return keys + _LEAK.findall(text) + sorted(foreign) + unlike


def _language_of(answer: Answer) -> str:
    """The first that its site speaks: what the answer keeps from now on, what was kept, what the browser asks for."""
    spoken = _SPOKEN.get(answer.site, ONE)
    for tag in _wanted(answer):
        if tag == PSEUDO and spoken != ONE:
            return PSEUDO
        for nearest in (tag, ENGLISH) if tag == UKRAINIAN else (tag,):
            if nearest in spoken:
                return nearest
    return POLISH


def _wanted(answer: Answer) -> Iterator[str]:
    for cookies in (*answer.headers.getlist("set-cookie"), answer.asked.get("cookie", "")):
        kept = SimpleCookie(cookies).get(COOKIE)
        if kept is not None and kept.value:
            yield kept.value
    ranges = [item.partition(";q=") for item in answer.asked.get("accept-language", "").replace(" ", "").split(",")]
    weighed = [(float(weight or 1), tag.lower()) for tag, _, weight in ranges]
    for weight, tag in sorted(weighed, key=lambda one: -one[0]):
        if weight:
            yield tag if tag == PSEUDO else tag.partition("-")[0]


complaints = on_each_page(_complaints_of)
