"""Faults of rights to see another's data: what they open, when, until which moment, and who is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.people import People
from ..kernel.rules import true
from ..kernel.secret import opaque_id
from ..shared.patient import rules
from ..shared.patient.authorisation import WHOLE, Access, Authorisation, Scope
from ..shared.patient.authorisations import Authorisations
from ..shared.patient.looks import Look, Looks
from .entry import Row, breaking
from .page import ScriptChanged
from .replacing import always, replaced

_FACTS = "facts: “Uprawnienia”: scope and dates, withdrawn or changed at any time"
_LOOKS = "issue: whose data were looked at sees who has looked"
_DAY, _NONE = timedelta(days=1), timedelta()


def _beside_the_old(self: Authorisations, people: People, one: Authorisation) -> None:
    true(Authorisations.put)(self, people, replace(one, id=opaque_id()))


def _narrowed_only_by_withdrawing(self: Authorisations, people: People, one: Authorisation) -> None:
    before = next((old for old in self.all(people) if old.id == one.id), one)
    true(Authorisations.put)(self, people, replace(one, scope=one.scope | before.scope))


def _with_all_of_the_same_person(self: Authorisations, people: People, right: str) -> None:
    named = next(one for one in self.all(people) if one.id == right)
    for one in self.all(people):
        if one.authorised == named.authorised:
            true(Authorisations.withdraw)(self, people, one.id)


def _until_midnight(self: Authorisations, people: People, right: str) -> None:
    named = next(one for one in self.all(people) if one.id == right)
    true(Authorisations.put)(self, people, replace(named, last_day=named.first_day))


def _only_the_first(self: Looks, look: Look) -> None:
    if look.by not in {one.by for one in self.at(look.owner)}:
        true(Looks.write)(self, look)


def _moved(first: timedelta = _NONE, last: timedelta = _NONE) -> Callable[[date, date | None, date], bool]:
    """Let rights begin and end on other days."""

    def is_in_force(first_day: date, last_day: date | None, today: date) -> bool:
        return rules.is_in_force.true(first_day + first, last_day + last if last_day else None, today)

    return is_in_force


FAULTS = (
    *breaking(
        "account.scope",
        _FACTS,
        Row(
            "account.scope_of_everything",
            "Whatever an authorisation names, it opens everything",
            "A neighbour who picks up prescriptions reads the whole history",
            always(rules.scope_opens, True),
        ),
        Row(
            "account.prescriptions_in_every_scope",
            "Every authorisation opens the prescriptions too",
            "Somebody else learns the access code of a medicine",
            replaced(rules.scope_opens, lambda scope, part: part in scope or part is Scope.PRESCRIPTIONS),
        ),
        Row(
            "account.visits_tell_of_documents",
            "Who may see the visits sees the documentation",
            "Sick leaves are read by whom they were not meant for",
            replaced(
                rules.scope_opens,
                lambda scope, part: part in scope or (part is Scope.DOCUMENTATION and Scope.VISITS in scope),
            ),
        ),
        Row(
            "account.health_information_lost",
            "Information on health opens to nobody who was authorised",
            "A carer does not know of a vaccination",
            replaced(rules.scope_opens, lambda scope, part: part in scope and part is not Scope.HEALTH_INFORMATION),
        ),
    ),
    *breaking(
        "account.days",
        _FACTS,
        Row(
            "account.right_a_day_early",
            "An authorisation opens the day before its first",
            "Data are read before their owner wants it",
            replaced(rules.is_in_force, _moved(first=-_DAY)),
        ),
        Row(
            "account.right_a_day_late",
            "An authorisation opens on the day after its first",
            "On the first day a carer cannot help",
            replaced(rules.is_in_force, _moved(first=_DAY)),
        ),
        Row(
            "account.right_a_day_longer",
            "An authorisation opens for a day after its last",
            "Data are read for a day too long",
            replaced(rules.is_in_force, _moved(last=_DAY)),
        ),
        Row(
            "account.right_a_day_shorter",
            "An authorisation ends as its last day begins",
            "On the last day a carer cannot help",
            replaced(rules.is_in_force, _moved(last=-_DAY)),
        ),
        Row(
            "account.right_without_end_is_for_a_day",
            "An authorisation without an end counts on its first day only",
            "A carer is locked out the next morning",
            replaced(
                rules.is_in_force, lambda first_day, last_day, today: first_day <= today <= (last_day or first_day)
            ),
        ),
    ),
    *breaking(
        "account.withdrawn",
        _FACTS,
        Row(
            "account.withdrawal_is_for_show",
            "A withdrawn authorisation goes on",
            "Somebody reads on whom its owner trusts no more",
            replaced(Authorisations.withdraw, lambda self, people, right: None),
        ),
        Row(
            "account.withdrawal_at_midnight",
            "A withdrawn authorisation goes on until its day is over",
            "Somebody reads on for the rest of the day",
            replaced(Authorisations.withdraw, _until_midnight),
        ),
        Row(
            "account.withdrawal_of_all",
            "With one authorisation all others of that person go, whoever granted them",
            "A carer of three people is locked out of all their accounts",
            replaced(Authorisations.withdraw, _with_all_of_the_same_person),
        ),
        Row(
            "account.change_beside_the_old",
            "A changed authorisation stands beside the one before",
            "What was taken out of the scope is read on",
            replaced(Authorisations.put, _beside_the_old),
        ),
        Row(
            "account.change_never_narrows",
            "A change adds to the scope and takes nothing away",
            "What was taken out of the scope is read on",
            replaced(Authorisations.put, _narrowed_only_by_withdrawing),
        ),
        Row(
            "account.open_page_stays",
            "A page of another's data does not hear that the right to it has ended",
            "Data stay on the screen of whom their owner trusts no more",
            replaced(
                rules.access_of_page,
                lambda shown, seen: Access.SAME if not seen else rules.access_of_page.true(shown, seen),
            ),
        ),
        Row(
            "account.open_page_keeps_what_was_taken_out",
            "A page of another's data hears that a right ended, not that it changed",
            "Data stay on the screen that were taken out of the scope",
            replaced(rules.access_of_page, lambda shown, seen: Access.OVER if shown and not seen else Access.SAME),
        ),
        Row(
            "account.open_page_goes_for_nothing",
            "A page of another's data goes though the right lasts",
            "A carer cannot read a code to its end",
            replaced(
                rules.access_of_page,
                lambda shown, seen: Access.OVER if shown == seen else rules.access_of_page.true(shown, seen),
            ),
        ),
        Row(
            "account.open_page_in_the_app_is_deaf",
            "In mojeIKP a page of another's data hears of the end of its right and does nothing",
            "Data stay on the screen of whom their owner trusts no more",
            ResponseChanged("mojeikp", "/shared/access.js", ScriptChanged("access.js", "location.replace", "String")),
        ),
    ),
    *breaking(
        "account.looks",
        _LOOKS,
        Row(
            "account.looks_untold",
            "Nobody is told of a look",
            "An owner does not notice who reads their data",
            replaced(Looks.write, lambda self, look: None),
        ),
        Row(
            "account.looks_told_to_the_reader",
            "A look is told to whoever looked",
            "An owner does not notice who reads their data",
            replaced(Looks.write, lambda self, look: true(Looks.write)(self, replace(look, owner=look.by))),
        ),
        Row(
            "account.looks_told_once",
            "Of everybody only the first look is told",
            "An owner does not notice that somebody looks every night",
            replaced(Looks.write, _only_the_first),
        ),
        Row(
            "account.looks_at_everything",
            "Each look is told as one at everything",
            "An owner believes that a neighbour has read the whole history",
            replaced(Looks.write, lambda self, look: true(Looks.write)(self, replace(look, scope=WHOLE))),
        ),
        Row(
            "account.looks_told_as_of_now",
            "A look is told with the time at which its owner reads of it",
            "An owner does not find out who looked when",
            TemplateFault("patient/looks.html", "look.at | moment", "now | moment"),
        ),
    ),
)
