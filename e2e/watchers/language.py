"""A page says in which language it is written, and in which characters; nothing in it was meant for programmers."""

import re
from collections.abc import Iterator

from e2e.watchers.pages import content_of, on_each_page
from fixtures.watching.answers import Answer

_LANGUAGE, _TYPE = "pl", "text/html; charset=utf-8"
_FIRST = '<meta charset="utf-8">'
_WITHIN = 1024
"""Bytes in which a browser looks for the charset (HTML, 4.2.5.4)."""
_NOT_PROSE = "ancestor::script or ancestor::style or ancestor::code or ancestor::*[@lang='en' or @translate='no']"
_PROSE = f"//text()[not({_NOT_PROSE})] | //@aria-label | //@title | //@alt | //@placeholder"
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


def _complaints_of(answer: Answer) -> Iterator[str]:
    if answer.headers.get("content-type") != _TYPE:
        yield f"its Content-Type is {answer.headers.get('content-type')!r}, not {_TYPE!r}"
    if _FIRST.encode() not in answer.body[:_WITHIN].lower():
        yield f"its first {_WITHIN} bytes hold no {_FIRST}"
    page = content_of(answer.text)
    if page.get("lang") != _LANGUAGE:
        yield f"it is written in “{_LANGUAGE}” and says that it is in “{page.get('lang')}”"
    prose = page.xpath(_PROSE)
    if _odd_in("\n".join(prose)):
        for text in prose:
            if odd := _odd_in(text):
                yield f"“{' '.join(text.split())[:60]}” holds {', '.join(odd)}"


def _odd_in(text: str) -> list[str]:
    keys = [key for key in _KEY.findall(text) if not _HOST.fullmatch(key)]
    english = _ENGLISH.intersection(_WORD.findall(text.lower()))
    return keys + _LEAK.findall(text) + sorted(english)


complaints = on_each_page(_complaints_of)
