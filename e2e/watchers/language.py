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
_ENGLISH = re.compile(
    r"\b(?:the|your|you|and|please|password|cancel|continue|submit|accept|sign (?:in|out)"
    r"|log (?:in|out|on)|error|expired|invalid"
    r"|confirm|next|back|try again|skip|waiting|choose|approved?|approval|this|with|from|of|is)\b",
    re.IGNORECASE,
)


def _complaints_of(answer: Answer) -> Iterator[str]:
    if answer.headers.get("content-type") != _TYPE:
        yield f"its Content-Type is {answer.headers.get('content-type')!r}, not {_TYPE!r}"
    if _FIRST.encode() not in answer.body[:_WITHIN].lower():
        yield f"its first {_WITHIN} bytes hold no {_FIRST}"
    page = content_of(answer.text)
    if page.get("lang") != _LANGUAGE:
        yield f"it is written in “{_LANGUAGE}” and says that it is in “{page.get('lang')}”"
    for text in page.xpath(_PROSE):
        odd = [key for key in _KEY.findall(text) if not _HOST.fullmatch(key)]
        odd += [found[0] for pattern in (_LEAK, _ENGLISH) for found in pattern.finditer(text)]
        if odd:
            yield f"“{' '.join(text.split())[:60]}” holds {', '.join(odd)}"


complaints = on_each_page(_complaints_of)
