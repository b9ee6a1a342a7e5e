"""Instants: too early, too late, missing, and not as they are written."""

from .. import musts
from .writing import Answer, Family, Layer, Variant

_times = Family(
    "time",
    Layer.ASSERTION,
    musts.CONDITIONS,
    "Compare every limit with your clock, and let no more than the skew that you promise pass.",
)
_row = _times.row
_OLD = "an old answer opens a session for ever"
_FORMS = {"word": "a word", "february": "31 February", "empty": "nothing"}
_WHERE = {
    "issue": "IssueInstant",
    "from": "NotBefore",
    "until": "NotOnOrAfter",
    "confirmed": "SubjectConfirmationData's NotOnOrAfter",
    "authn": "AuthnInstant",
}
_LAYERS = (Variant("response", "the Response's"), Variant("assertion", "the assertion's"))

ROWS: tuple[Answer, ...] = (
    _row("cond_over", "Conditions are over, a second beyond the skew", "M h h", "C2.5.1.2 sp82", gain=_OLD),
    _row("cond_early", "Conditions are not yet met, a second beyond the skew", "M h h", "C2.5.1.2 sp78"),
    _row("cond_edge", "Conditions end exactly at the edge of the skew: not on or after", "M l h", "C2.5.1.2"),
    _row("scd_over", "SubjectConfirmationData is over, a second beyond the skew", "M h h",
         "P4.1.4.2 sp66 CVE-2026-1190",
         must=musts.STILL_VALID, gain=_OLD),
    _row("scd_missing", "SubjectConfirmationData has no end", "M h h", "P4.1.4.2 sp64", must=musts.STILL_VALID,
         gain=_OLD, mend="Require NotOnOrAfter of SubjectConfirmationData."),
    _row("cond_missing", "There are no Conditions, and so no audience", "M h h", "P4.1.4.2 sp74",
         must=musts.VALID_OTHERWISE, gain=_OLD, mend="Require Conditions with an end and an audience."),
    _row("inverted", "Conditions begin after they end, and it is between", "M m h", "C2.5.1.2",
         must=musts.ORDER_OF_LIMITS),
    _row("bad_format", "An instant is none", "M m h", "C1.3.3 sp13 sp65 sp77", must=musts.VALID_OTHERWISE,
         mend="Refuse an instant that is no xs:dateTime, with a decent page.",
         variants=tuple(Variant(f"{where}-{form}", f"{told} is {what}")
                        for where, told in _WHERE.items() for form, what in _FORMS.items())),
    _row("no_zone", "Instants have no zone: refuse, or take them as UTC", "Q m h", "C1.3.3",
         mend="Give an instant without a zone the zone UTC before you compare it."),
    _row("local_as_z", "Instants are two hours ahead: local time with a Z", "S m h", "C1.3.3"),
    _row("issue_future", "IssueInstant is in ten minutes", "S m h", "sp15 sp39", variants=_LAYERS),
    _row("issue_old", "IssueInstant was a day ago", "S m h", "sp15 sp39", variants=_LAYERS),
    _row("issue_missing", "There is no IssueInstant", "M l h", "C2.3.3 sp12 sp37", must=musts.VALID_OTHERWISE,
         variants=_LAYERS, mend="Require IssueInstant, as the schema does."),
    _row("authn_old", "AuthnInstant was a day ago, though ForceAuthn was asked for", "S h h", "C3.4.1",
         gain="an old session at the hub counts as a new login", mend="Compare AuthnInstant with when you asked."),
    _row("session_over", "SessionNotOnOrAfter is over", "M m h", "C2.7.2", must=musts.VALID_OTHERWISE,
         gain="a session begins that the hub has ended", mend="End a session at SessionNotOnOrAfter."),
    _row("year_9999", "Limits lie at the ends of the calendar, where a skew overflows", "S m h", "|no known hole|",
         mend="Compare without arithmetic that overflows."),
)  # fmt: skip
