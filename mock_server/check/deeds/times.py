"""Instants: too early, too late, missing, and not as they are written."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from ...saml.times import write_instant
from ...saml.xml import Element
from ..making import Making
from ..stages import Deed
from .addresses import CONDITIONS, DATA
from .tools import attribute, edited, removed, set_attribute

SECOND = timedelta(seconds=1)
STATEMENT = "saml2:AuthnStatement"
_SESSION = f"{STATEMENT}@SessionNotOnOrAfter"
_DAY = timedelta(days=1)
_FROM, _UNTIL, _DATA_UNTIL = f"{CONDITIONS}@NotBefore", f"{CONDITIONS}@NotOnOrAfter", f"{DATA}@NotOnOrAfter"
_INSTANTS = {
    "issue": "@IssueInstant",
    "from": _FROM,
    "until": _UNTIL,
    "confirmed": _DATA_UNTIL,
    "authn": f"{STATEMENT}@AuthnInstant",
}
_FORMS = {"word": "yesterday", "february": "2026-02-31T12:00:00Z", "empty": ""}


def from_now(away: Callable[[timedelta], timedelta]) -> Callable[[Making], str]:
    """An instant this far from the provider's now; the skew that it promises is given."""
    return lambda making: write_instant(making.login.there + away(making.login.skew))


def every(write: Callable[[datetime], str]) -> Deed:
    """Every instant of the assertion written in another way."""

    def edit(_making: Making, assertion: Element) -> None:
        for path in _INSTANTS.values():
            names, _, name = path.partition("@")
            owner = assertion.find(names, {"saml2": "urn:oasis:names:tc:SAML:2.0:assertion"}) if names else assertion
            if owner is not None:
                owner.set(name, write(datetime.fromisoformat(owner.get(name, ""))))

    return edited("T", edit, *_INSTANTS.values())


def _both(*values: tuple[str, Callable[[Making], str]]) -> Deed:
    def edit(making: Making, assertion: Element) -> None:
        for path, value in values:
            set_attribute(assertion, path, value(making))

    return edited("T", edit, *(path for path, _ in values))


def _on_both(layer: str, value: Callable[[Making], str] | None) -> Deed:
    return attribute(layer, "@IssueInstant", value, valid=value is not None)


def session_of(length: timedelta) -> Deed:
    """A session that the hub wants to end after so long."""
    return attribute("T", _SESSION, lambda making: write_instant(making.login.there + length))


_FUTURE, _OLD = from_now(lambda _: timedelta(minutes=10)), from_now(lambda _: -_DAY)

DEEDS: dict[str, Deed] = {
    "time.cond_over": attribute("T", _UNTIL, from_now(lambda skew: -skew - SECOND)),
    "time.cond_early": attribute("T", _FROM, from_now(lambda skew: skew + SECOND)),
    "time.cond_edge": attribute("T", _UNTIL, from_now(lambda skew: -skew)),
    "time.scd_over": attribute("T", _DATA_UNTIL, from_now(lambda skew: -skew - SECOND)),
    "time.scd_missing": attribute("T", _DATA_UNTIL, None),
    "time.cond_missing": removed("T", CONDITIONS),
    "time.inverted": _both(
        (_FROM, from_now(lambda _: timedelta(minutes=50))), (_UNTIL, from_now(lambda _: timedelta(minutes=-50)))
    ),
    **{
        f"time.bad_format:{where}-{form}": attribute("T", path, text, valid=False)
        for where, path in _INSTANTS.items()
        for form, text in _FORMS.items()
    },
    "time.no_zone": every(lambda instant: instant.astimezone(UTC).replace(tzinfo=None).isoformat()),
    "time.local_as_z": every(lambda instant: f"{(instant + timedelta(hours=2)).replace(tzinfo=None).isoformat()}Z"),
    "time.issue_future:response": _on_both("R", _FUTURE),
    "time.issue_future:assertion": _on_both("T", _FUTURE),
    "time.issue_old:response": _on_both("R", _OLD),
    "time.issue_old:assertion": _on_both("T", _OLD),
    "time.issue_missing:response": _on_both("R", None),
    "time.issue_missing:assertion": _on_both("T", None),
    "time.authn_old": attribute("T", f"{STATEMENT}@AuthnInstant", _OLD),
    "time.session_over": attribute("T", _SESSION, from_now(lambda skew: -skew - SECOND)),
    "time.year_9999": _both(
        (_UNTIL, lambda _: "9999-12-31T23:59:59.999Z"),
        (_FROM, lambda _: "0001-01-01T00:00:00Z"),
        (_DATA_UNTIL, lambda _: "9999-12-31T23:59:59.999Z"),
    ),
}
