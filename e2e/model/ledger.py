"""What must be open after each step of a walk, and nothing else: kept beside the model.

Most of it hangs on all that was done, not on where the walk is now: a login that nobody ended waits in its tab.
"""

from collections import Counter
from dataclasses import dataclass, field

from e2e.model.cast import BANK, Cast
from e2e.model.state import FIRST, SECOND, State
from e2e.open_things import Left, begun, login, session, tries
from e2e.session.limits import IDLE

FLOW_LIFE, CODE_LIFE = 30 * 60, 5 * 60
STRANGER = "stranger"
_SMS = Left("code", "pz", "SMS", FIRST)
_PUSH = Left("push", "pz", "Logowanie do profilu zaufanego", SECOND)
_READER = (login("e-dowod"), login("czytnik"))
_SHOWN, _READ = Left("code", "login-mobywatel", "shown"), Left("code", "login-mobywatel", "read", SECOND)

WAITS: dict[str, tuple[Left, ...]] = {
    "profile_login": (login("pz"),),
    "sms_code": (login("pz"), _SMS),
    "sms_dead": (login("pz"), _SMS),
    "push_wait": (login("pz"), _PUSH),
    "push_dead": (login("pz"), _PUSH),
    "profile_bank": (login("pz"), login(BANK)),
    "bank_confirm": (login("pz"), login(BANK, FIRST)),
    "mojeid_banks": (login("mojeid"),),
    "mojeid_bank": (login("mojeid"), login(BANK)),
    "mojeid_consent": (login("mojeid", SECOND),),
    "id_card": (login("e-dowod"),),
    "reader_card": _READER,
    "reader_can": (*_READER, Left("card", "czytnik", "placed")),
    "reader_pin": (*_READER, Left("card", "czytnik", "opened")),
    "reader_puk": (*_READER, Left("card", "czytnik", "opened")),
    "code_shown": (login("login-mobywatel"), _SHOWN),
    "code_read": (login("login-mobywatel"), _READ),
    "code_dead": (login("login-mobywatel"), _SHOWN),
    "consent_dead": (login("login-mobywatel"), _READ),
}
"""What a method keeps open while the walk is at a place of it."""
_METHODS = frozenset({"choose_profile", "choose_mojeid", "choose_id_card", "choose_mobywatel"})
_WITH_OLD_CODE = frozenset({"refresh_and_read_old", "refresh_and_approve_old"})
_RENEWING = frozenset({"send_code_again", "send_push_again", "send_new_push", "refresh_code"}) | _WITH_OLD_CODE
"""Acts after which a code or a push begins anew."""
_CODES_ON_PHONE = frozenset({"read_code", "approve", "decline", "read_code_late", "approve_late"}) | _WITH_OLD_CODE
_OVER = frozenset({"regulations", "account"})
"""Places to which an identification leads."""


@dataclass
class _Login:
    """One login that this computer began, and until when each thing of it is open."""

    until: float
    at_account: bool = True
    at_hub: bool = True
    waits: dict[Left, float] = field(default_factory=dict)
    behind: dict[Left, float] = field(default_factory=dict)
    """What going back has left open, of all that waits."""
    wrong_codes: int = 0

    def wait_no_more(self) -> None:
        """Its method has ended."""
        self.waits, self.behind = {}, {}


class Ledger:
    """What is open beside a walk.

    Args:
        cast: who plays.
        begun_before: logins that the computer had begun before the walk.
    """

    def __init__(self, cast: Cast, begun_before: int) -> None:
        self._cast = cast
        self._logins = [_Login(self._in(FLOW_LIFE)) for _ in range(begun_before)]
        self._known_at_hub: tuple[str, float] | None = None
        self._at_the_door: tuple[str, float] | None = None
        self._signed_in: str | None = None
        self._tries: Counter[tuple[str, str, str]] = Counter()
        self._open_apps: set[str] = set()

    def _in(self, seconds: float) -> float:
        return self._cast.passed + seconds

    def note(self, action: str, before: State, after: State) -> None:
        """An act was done."""
        self._note_people(action, before, after)
        self._note_tries(action, before, after)
        self._note_login(action, before, after)
        self._signed_in = after.signed_in

    def open_now(self) -> Counter[Left]:
        """All that is open."""
        now = self._cast.passed
        found: Counter[Left] = Counter([session("ikp", STRANGER)])
        if now < self._cast.stranger_since + IDLE:
            found[session("login", STRANGER)] += 1
        if self._signed_in:
            found[session("ikp", self._signed_in)] += 1
        for site, known in (("login", self._known_at_hub), ("ikp", self._at_the_door)):
            if known and now < known[1]:
                found[(session if site == "login" else login)(site, known[0])] += 1
        for person in self._open_apps:
            found[Left("session", "mobywatel", "without a screen", person)] += 1
        for (site, at, whose), count in self._tries.items():
            if count:
                found[tries(site, at, whose, count)] += 1
        for one in self._logins:
            found.update(self._open_of(one, now))
        return found

    @staticmethod
    def _open_of(one: _Login, now: float) -> list[Left]:
        account, hub = begun()
        told = [account] * (one.at_account and now < one.until) + [hub] * (one.at_hub and now < one.until)
        told += [left for left, until in one.waits.items() if now < until]
        if one.wrong_codes and _SMS in one.waits:
            told.append(tries("pz", "SMS", FIRST, one.wrong_codes))
        return told

    def _note_people(self, action: str, before: State, after: State) -> None:
        if action in _CODES_ON_PHONE:
            self._open_apps.add(SECOND)
        if action == "stranger_reads_code":
            self._open_apps.add(STRANGER)
        if before.place not in _OVER and after.place in _OVER and action != "open_account":
            self._identified(after.at_the_door or after.signed_in or "", at_the_door=after.at_the_door is not None)
        elif action == "accept":
            self._at_the_door = None
        elif action in {"log_out", "resign"}:
            self._leave()

    def _identified(self, person: str, *, at_the_door: bool) -> None:
        self._logins.pop()
        self._known_at_hub = (person, self._in(IDLE))
        self._at_the_door = (person, self._in(FLOW_LIFE)) if at_the_door else None

    def _leave(self) -> None:
        """Out of the account and, if login.gov.pl still knows the person, out of all that this browser began there."""
        for one in self._logins:
            one.at_account = False
            if self._known_at_hub:
                one.at_hub = False
                one.wait_no_more()
        self._at_the_door = self._known_at_hub = None

    def _note_login(self, action: str, before: State, after: State) -> None:
        if action == "log_in" or (action == "open_account" and after.place == "methods"):
            self._logins.append(_Login(self._in(FLOW_LIFE)))
        if after.place == "methods" and self._known_at_hub and self._cast.passed >= self._known_at_hub[1]:
            self._known_at_hub = None
        if after.place == "portal" and before.place == "methods":
            self._logins.pop()
        elif after.place in WAITS:
            self._wait(action, after)
        elif after.place == "methods" and action in {"cancel", "decline"}:
            self._logins[-1].wait_no_more()

    def _wait(self, action: str, after: State) -> None:
        one = self._logins[-1]
        if action in _METHODS:
            one.wait_no_more()
        taken = {_slot(left) for left in WAITS[after.place]}
        if action.startswith("back_"):
            one.behind = {left: until for left, until in one.waits.items() if _slot(left) not in taken}
            return
        kept = {_slot(left): until for left, until in one.waits.items() if left not in one.behind}
        if action in _RENEWING:
            kept = {slot: until for slot, until in kept.items() if slot[0] == "login"}
        known = {left.site: left for left in one.waits if left.site == "mojeid"}
        one.behind = {
            left: until for left, until in one.behind.items() if left.kind != "card" and _slot(left) not in taken
        }
        one.waits = one.behind | {
            left if left.whose else known.get(left.site, left): kept.get(_slot(left), self._in(_life(left)))
            for left in WAITS[after.place]
        }
        one.wrong_codes = after.wrong_codes

    def _note_tries(self, action: str, before: State, after: State) -> None:
        counts = self._tries
        counts["e-dowod", "PIN1", FIRST] = after.wrong_pins
        if action == "give_wrong_password" or (action == "give_wrong_code" and after.place == "profile_login"):
            counts["pz", "password", FIRST] += 1
        elif action == "give_code" and after.place in _OVER:
            counts["pz", "password", FIRST] = 0
        elif action == "decline_push":
            counts["pz", "password", SECOND] += 1
        elif action == "approve_push":
            counts["pz", "password", SECOND] = 0
        elif action == "log_in_wrong_at_bank":
            counts[BANK, "password", FIRST] += 1
        elif action == "log_in_at_bank":
            counts[BANK, "password", FIRST] = 0
        elif action in {"give_can", "give_wrong_can"}:
            counts["e-dowod", "CAN", FIRST] = counts["e-dowod", "CAN", FIRST] + 1 if action == "give_wrong_can" else 0
        elif action in {"give_puk", "give_wrong_puk"}:
            counts["e-dowod", "PUK", FIRST] = counts["e-dowod", "PUK", FIRST] + 1 if action == "give_wrong_puk" else 0


def _slot(left: Left) -> tuple[str, str]:
    """A login, a card or a confirmation at a site takes the place of the one before."""
    return "confirmation" if left in {_SMS, _PUSH} else left.kind, left.site


def _life(left: Left) -> int:
    return CODE_LIFE if left.kind in {"code", "push"} else FLOW_LIFE
