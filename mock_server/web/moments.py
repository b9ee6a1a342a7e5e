"""Every moment on a page is a ``<time>``: exact for machines, and in words as a clock in Poland shows it.

What these return is markup, in a template and in a message that Python writes (``Text("… {until} …", until=…)``).
Where only plain text can stand, in an attribute say, ``striptags`` leaves the words.
"""

import re
from datetime import date, datetime

from markupsafe import Markup, escape

from ..kernel.clock import WARSAW
from ..kernel.polish_time import (
    whole_seconds,
    words_of_clock,
    words_of_day,
    words_of_moment,
    words_of_term,
    words_of_time_left,
)
from ..kernel.rules import seam

_WRITTEN = re.compile(r"(\d\d\.\d\d\.\d{4}|\d{1,2} [A-Z][a-z]+ \d{4})(, \d\d:\d\d(?::\d\d)?)?")
"""A day, or a moment, as a message has it, in whichever language."""
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


@seam
def machine_value(moment: datetime) -> str:
    """A moment as HTML wants it, to the second and with the offset of Warsaw: ``2026-02-03T09:05:07+01:00``."""
    return moment.astimezone(WARSAW).isoformat(timespec="seconds")


def moment_shown(moment: datetime) -> Markup:
    """Day and time."""
    return _time(machine_value(moment), words_of_moment(moment))


def term_shown(moment: datetime) -> Markup:
    """Day and time of an appointment, which has no seconds."""
    return _time(machine_value(moment), words_of_term(moment))


def clock_shown(moment: datetime) -> Markup:
    """The time alone, where the day goes without saying; a machine is told the day too."""
    return _time(machine_value(moment), words_of_clock(moment))


def day_shown(day: date) -> Markup:
    """A day of the calendar, the same in every zone."""
    return _time(f"{day:%Y-%m-%d}", words_of_day(day))


@seam
def countdown_shown(end: datetime, now: datetime) -> Markup:
    """The time that is left: machines are told the moment at which it is over, ``countdown.js`` the seconds."""
    return Markup('<time datetime="{}" data-seconds="{}">{}</time>').format(
        machine_value(end), whole_seconds(end - now), words_of_time_left(end - now)
    )


def instants_marked(text: str) -> Markup:
    """What a program wrote for whoever runs it, with the instants in it marked; they stay as SAML writes them."""
    return Markup(_INSTANT.sub(lambda found: _time(found[0], found[0]), escape(text)))  # noqa: S704 - escaped before


def moments_marked(text: str) -> Markup:
    """A message as it was sent, with the moments in it marked; of the hour that comes twice in autumn, the first."""
    return Markup(_WRITTEN.sub(_marked, escape(text)))  # noqa: S704 - escaped before


def _marked(written: re.Match[str]) -> str:
    day, clock = written.groups()
    form = "%d.%m.%Y" if "." in day else "%d %B %Y"
    if clock:
        form += ", %H:%M" if len(clock) == len(", 00:00") else ", %H:%M:%S"
    try:
        moment = datetime.strptime(written[0], form).replace(tzinfo=WARSAW)
    except ValueError:  # no day of any calendar
        return written[0]
    return _time(machine_value(moment) if clock else f"{moment:%Y-%m-%d}", written[0])


def _time(value: str, words: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value, words)
