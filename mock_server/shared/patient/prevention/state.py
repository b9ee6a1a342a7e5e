"""Who has begun a survey, and every referral of one world. Both accounts of a patient read the same ones."""

from collections.abc import Iterable

from ....kernel.open_things import NothingOpen
from ....kernel.rules import seam
from ..archive import DocumentTaken
from ..rules import document_is_theirs
from .referral import PreventionReferral
from .survey import Answers

Referrals = tuple[PreventionReferral, ...]


class Prevention(NothingOpen):
    """Surveys half filled in and referrals, by the PESEL of their patient."""

    def __init__(self) -> None:
        self._drafts: dict[str, dict[str, str]] = {}
        self._referrals: dict[str, Referrals] = {}

    @seam
    def draft(self, pesel: str) -> Answers:
        """What this patient has answered so far."""
        return self._drafts.get(pesel, {})

    @seam
    def save(self, pesel: str, answers: Answers) -> None:
        """Keep the answers as they stand."""
        self._drafts[pesel] = dict(answers)

    def referrals(self, pesel: str) -> Referrals:
        """Every referral of a patient, newest first."""
        return self._referrals.get(pesel, ())

    @seam
    def issue(self, pesel: str, referral: PreventionReferral) -> None:
        """Give a patient a referral for the survey that is thereby sent."""
        self._referrals[pesel] = (referral, *self.referrals(pesel))
        self._drafts.pop(pesel, None)

    def put(self, pesel: str, referrals: Iterable[PreventionReferral]) -> Referrals:
        """Let these be all referrals of a patient; they are kept newest first.

        Raises:
            DocumentTaken: two referrals of this world would have one id; nothing has changed.
        """
        given = list(referrals)
        taken = {one.id for owner, others in self._referrals.items() if owner != pesel for one in others}
        for one in given:
            if one.id in taken:
                raise DocumentTaken(f"this world has another referral with the id {one.id}")
            taken.add(one.id)
        kept = self._referrals[pesel] = tuple(sorted(given, key=lambda one: one.issued_on, reverse=True))
        return kept

    def referral(self, document: str, *, asked_by: str) -> PreventionReferral | None:
        """A referral by its id, if it belongs to the patient who asks."""
        return next(
            (
                one
                for owner, referrals in self._referrals.items()
                for one in referrals
                if one.id == document and document_is_theirs(owner, asked_by)
            ),
            None,
        )

    def forget(self, pesel: str) -> None:
        """Let go of a patient who leaves the world."""
        self._drafts.pop(pesel, None)
        self._referrals.pop(pesel, None)
