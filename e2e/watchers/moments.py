"""Every moment on a page is a ``<time>``, exact for machines, and in words as a clock in Poland shows it.

English names the month, since it has two orders of the figures.

How moments are written is stated here a second time, on purpose: an oracle asks nothing of what it judges.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lxml import html

from e2e.watchers.pages import content_of, on_each_page, text_of
from fixtures.watching.answers import Answer
from pages.texts import dated

_WARSAW = ZoneInfo("Europe/Warsaw")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)")
_MONTHS = (
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
    "|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_CLOCK, _NUMERIC = r"\d{1,2}:\d\d(?::\d\d)?", r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
_IN_WORDS, _FULL_HOUR = rf"\d{{1,2}}\.? (?:{_MONTHS})", r"(?:godz\.|godzin[aęie]+) \d{1,2}"
_LIKE_A_MOMENT = re.compile(rf"(?<![\w:./-])(?:{_CLOCK}|{_NUMERIC}|{_IN_WORDS}|{_FULL_HOUR})(?![\d:/-])")
_READ_ALOUD = "//text()[not(ancestor::time or ancestor::script or ancestor::style)]"
_IN_ATTRIBUTES = "//@aria-label | //@title | //@alt | //@placeholder"


def _complaints_of(answer: Answer) -> Iterator[str]:
    page = content_of(answer.text)
    for time in page.iter("time"):
        yield from _complaints_about(time)
    texts = [*page.xpath(_READ_ALOUD), *page.xpath(_IN_ATTRIBUTES)]
    if _LIKE_A_MOMENT.search("\n".join(texts)):
        for text in texts:
            if found := _LIKE_A_MOMENT.search(text):
                yield f"“{found[0]}” in “{' '.join(text.split())[:60]}” is a moment in no <time>"


def _complaints_about(time: html.HtmlElement) -> Iterator[str]:
    value, words = time.get("datetime"), text_of(time)
    right = _words_of(value or "", time)
    if right is None:
        yield f"<time> “{words}” has no machine value but {value!r}: a day, or a moment with its zone"
    elif words not in right:
        yield f"<time> “{words}” is {value}, which is to be told as {' or '.join(right)}"


def _words_of(value: str, time: html.HtmlElement) -> list[str] | None:
    """How a machine value may be told; None where it is none."""
    try:
        if _DAY.fullmatch(value):
            return [_day(date.fromisoformat(value), time)]
        if not _MOMENT.fullmatch(value):
            return None
        moment = datetime.fromisoformat(value).astimezone(_WARSAW)
    except ValueError:
        return None
    if "data-seconds" in time.attrib:
        minutes, seconds = divmod(int(time.attrib["data-seconds"]), 60)
        return [f"{minutes}:{seconds:02d}"]
    if time.xpath("ancestor::*[@lang][not(self::html)][1][@lang='en']"):
        return [value, *_with_day(moment, time)]  # of a SAML message, or of an SMS
    return [*_with_day(moment, time), f"{moment:%H:%M:%S}"]


def _with_day(moment: datetime, time: html.HtmlElement) -> list[str]:
    """To the second; appointments, which begin at full minutes, may leave it out."""
    to_the_minute = f"{_day(moment, time)}, {moment:%H:%M}"
    return [f"{to_the_minute}:{moment:%S}", *([] if moment.second else [to_the_minute])]


def _day(day: date, time: html.HtmlElement) -> str:
    """A day as it is told in the language that is spoken there."""
    dotted = f"{day:%d.%m.%Y}"
    return dated(time.xpath("string(ancestor::*[@lang][1]/@lang)"), dotted)


complaints = on_each_page(_complaints_of)
