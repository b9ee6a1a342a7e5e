"""The e-referral of the programme, and the results that come back with it."""

from dataclasses import dataclass, field, replace
from datetime import date

from ....kernel.secret import digits, opaque_id
from ....kernel.values import Day, DocumentId, FourDigits, Line, ReferralNumber, Written
from . import rules
from .examinations import NAMES, Examination

_NUMBER_LENGTH = 22


@dataclass(frozen=True)
class Result(Written):
    """What one examination found."""

    examination: Examination
    value: Line
    norm: Line
    on: Day

    @property
    def name(self) -> str:
        """Of the examination, in words."""
        return NAMES[self.examination]


@dataclass(frozen=True)
class PreventionReferral(Written):
    """An e-skierowanie for a package. It was issued on the day on which its survey was sent.

    Raises:
        ValueError: it has two results of one examination or any of what is not in its package, or is valid until a day
            before it was issued.
    """

    issued_on: Day
    valid_until: Day
    """The last day on which its examinations can be done."""
    examinations: tuple[Examination, ...]
    number: ReferralNumber = field(default_factory=lambda: digits(_NUMBER_LENGTH))
    access_code: FourDigits = field(default_factory=lambda: digits(4))
    used: bool = False
    results: tuple[Result, ...] = ()
    id: DocumentId = field(default_factory=opaque_id)

    def __post_init__(self) -> None:
        if self.valid_until < self.issued_on:
            raise ValueError("valid_until comes before issued_on")
        examined = [one.examination for one in self.results]
        twice = next((one for one in examined if examined.count(one) > 1), None)
        if twice:
            raise ValueError(f"{twice} has two results: give one of each examination")
        foreign = next((one for one in examined if one not in self.examinations), None)
        if foreign:
            raise ValueError(f"the referral does not ask for {foreign}: it asks for {', '.join(self.examinations)}")

    @property
    def names(self) -> list[str]:
        """Its examinations, in words."""
        return [NAMES[one] for one in self.examinations]

    def standing(self, today: date) -> rules.ReferralStanding:
        """What can still be done with it."""
        return rules.standing_of(self.valid_until, today, used=self.used)

    def with_results(self, results: tuple[Result, ...]) -> "PreventionReferral":
        """The same with these results: it has been used.

        Raises:
            ValueError: it asks for no such examination, or one has two results.
        """
        return replace(self, results=results, used=True)


def issue(examinations: tuple[Examination, ...], today: date) -> PreventionReferral:
    """A fresh referral."""
    return PreventionReferral(today, rules.last_day_of(today), examinations)
