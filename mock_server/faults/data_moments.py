"""Faults of moments as people and machines are told them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from ..kernel.clock import WARSAW
from ..kernel.faults import Replaced, TemplateFault
from ..kernel.polish_time import words_of_clock, words_of_day, words_of_moment
from ..kernel.rules import true
from ..web.moments import countdown_shown, machine_value
from .entry import Row, breaking
from .replacing import replaced

_SOURCE = "WCAG 3.1; HTML, the time element; facts: what is asked, by whom, and when"
_HOUR_OFF = "People take what they did themselves for a stranger's doing, or the other way round"
_LOOK = "Whoever looks later is told a moment at which nothing happened"
_STANDARD = timezone(timedelta(hours=1))


def _in_zone(zone: timezone) -> Callable[[datetime], datetime]:
    """Let a moment's figures be those of another zone."""
    return lambda moment: moment.astimezone(zone).replace(tzinfo=WARSAW)


def _moments_in(zone: timezone) -> Replaced:
    return replaced(words_of_moment, lambda moment: true(words_of_moment)(_in_zone(zone)(moment)))


FAULTS = (
    *breaking(
        "data.moments",
        _SOURCE,
        Row("data.moments_in_utc", "Moments are told in UTC", _HOUR_OFF, _moments_in(UTC)),
        Row("data.moments_without_summer", "Summer is told in winter time", _HOUR_OFF, _moments_in(_STANDARD)),
        Row(
            "data.hour_of_a_lock_in_utc",
            "The hour at which a lock opens is told in UTC",
            "People try an hour too early, and are refused again",
            replaced(words_of_clock, lambda moment: true(words_of_clock)(_in_zone(UTC)(moment))),
        ),
        Row(
            "data.hours_of_twelve",
            "Hours are told from 1 to 12, without saying which half of the day",
            "Morning and evening look the same",
            replaced(words_of_clock, lambda moment: f"{moment.astimezone(WARSAW):%I:%M:%S}"),
        ),
        Row(
            "data.figures_without_zero",
            "Days and months of one digit are told without their zero",
            "“3.2.2027” is found by nobody who searches as documents write it",
            replaced(words_of_day, lambda day: f"{day.day}.{day.month}.{day.year}"),
        ),
        Row(
            "data.month_before_day",
            "The month is told before the day",
            "The third of February becomes the second of March",
            replaced(words_of_day, lambda day: f"{day:%m.%d.%Y}"),
        ),
        Row(
            "data.machines_are_told_no_zone",
            "The machine value of a moment has no zone",
            "A calendar abroad takes it for its own time",
            replaced(machine_value, lambda moment: f"{moment.astimezone(WARSAW):%Y-%m-%dT%H:%M:%S}"),
        ),
        Row(
            "data.machines_are_told_utc_as_polish",
            "The machine value has UTC's figures and the offset of Warsaw",
            "A calendar notes another hour than the page tells",
            replaced(machine_value, lambda moment: true(machine_value)(_in_zone(UTC)(moment))),
        ),
        Row(
            "data.validity_is_bare",
            "Until when the profile is valid is told to people alone",
            "A screen reader or a calendar does not know it for a moment",
            TemplateFault("pz/details.html", "valid_until | moment", "valid_until | moment | striptags"),
        ),
        Row(
            "data.login_told_as_the_look",
            "“Zalogowano” is the moment at which one looks",
            _LOOK,
            TemplateFault("ikp/profile.html", "session.started_at | moment", "now | moment"),
        ),
        Row(
            "data.login_in_app_told_as_the_look",
            "The eDO App tells its own time, not that of the login",
            "A request of long ago looks as fresh as one's own",
            TemplateFault("edo_app/details.html", "flow.login.asked_at", "now"),
        ),
        Row(
            "data.request_told_as_the_look",
            "The consent of mObywatel tells the moment at which one looks",
            "A request of long ago looks as fresh as one's own",
            TemplateFault("mobywatel/consent.html", "consent.asked_at", "now"),
        ),
        Row(
            "data.push_told_as_the_look",
            "A push tells the moment at which one looks",
            "An operation of long ago looks as fresh as one's own",
            TemplateFault("mobywatel/push.html", "push.sent_at", "now"),
        ),
        Row(
            "data.push_told_as_its_end",
            "A push tells the moment at which it expires as that of the operation",
            _HOUR_OFF,
            TemplateFault("mobywatel/push.html", "push.sent_at", "push.expires_at"),
        ),
        Row(
            "data.lock_ends_as_one_looks",
            "A bank tells that the lock lasts until now",
            "People try at once, and in vain",
            TemplateFault("banks/login.html", "wrong.locked_until | moment", "now | moment"),
        ),
        Row(
            "data.countdown_starts_anew",
            "A countdown shows five minutes whenever one looks",
            "The code is dead while the page still counts",
            replaced(countdown_shown, lambda end, now: true(countdown_shown)(end, end - timedelta(minutes=5))),
        ),
        Row(
            "data.countdown_ends_as_one_looks",
            "Machines are told that what is counted down is over now",
            "A screen reader says that the code has expired",
            replaced(
                countdown_shown,
                lambda end, now: true(countdown_shown)(end, now).replace(machine_value(end), machine_value(now)),
            ),
        ),
        Row(
            "data.warning_counts_elsewhere",
            "The warning counts down where nobody looks",
            "The time left stands still while it runs out",
            TemplateFault(
                "patient/session_dialog.html",
                "<p>{% trans left=",
                '<time datetime="PT0S" hidden></time><p>{% trans left=',
            ),
        ),
        Row(
            "data.born_as_one_looks",
            "The list of children tells today as their birthday",
            "Parents believe that somebody else's child is listed",
            TemplateFault("patient/permissions.html", "person.birth_date | day", "now | day"),
        ),
    ),
)
