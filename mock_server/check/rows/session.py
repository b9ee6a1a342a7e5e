"""Sessions and replay."""

from .. import musts
from .writing import Answer, BrowserLeg, Duty, Family, Layer, Need, Verdict

_session = Family(
    "sess",
    Layer.ASSERTION,
    musts.NO_REPLAY,
    "Keep the IDs of assertions until they are over, and refuse one that you have seen.",
)
_row = _session.row

ROWS: tuple[Answer, ...] = (
    _row("replay", "A new artifact, and an assertion with the ID of an earlier one", "M h h",
         "P4.1.4.5 AV6.8.3 CVE-2026-53424", needs=(Need.EARLIER,),
         gain="whoever gets at an old assertion opens a session with it"),
    _row("second_answer", "A login that was answered is answered again, about Bob", "M h h", "P4.1.4.3",
         must=musts.REQUEST_ID, gain="an account that the person did not log in to",
         mend="End the login that waits with its first answer, whatever that was.",
         legs=(("", BrowserLeg((("SAMLart", "{further_artifact}"), ("RelayState", "{relay_state}")), other="bob")),)),
    _row("late", "The answer comes two hours after the login began", "S m h", "AV7.3", needs=(Need.CLOCK,),
         mend="Let a login that waits end after some minutes."),
    _row("switch", "Ann is in, and a good answer about Bob comes in the same browser", "M h b", "AV7.2.4",
         layer=Layer.BROWSER, duty=Duty.EITHER, must="", verdict=Verdict.WHOLLY, gain="a session that is half Ann's",
         mend="Begin a new session with a new ID at each login.", legs=(("", BrowserLeg(already_in=True)),)),
)  # fmt: skip
