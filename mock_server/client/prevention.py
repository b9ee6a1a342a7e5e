"""The e-referrals of “Profilaktyka 40+”, and the results that come back."""

from ..kernel.people import Person
from ..shared.patient.prevention.referral import PreventionReferral, Result
from .calling import WorldCalls, adapter_of, part


class WorldPrevention(WorldCalls):
    """The calls that are about them."""

    def prevention_referrals(self, person: Person) -> list[PreventionReferral]:
        """Every referral that a survey of this person gave, newest first."""
        return self._call("GET", _path(person), list[PreventionReferral])

    def put_prevention_referrals(self, person: Person, referrals: list[PreventionReferral]) -> list[PreventionReferral]:
        """Let these be all referrals of a person: the last ``issued_on`` is when their last survey was sent."""
        body = {"referrals": adapter_of(list[PreventionReferral]).dump_python(referrals, mode="json")}
        return self._call("PUT", _path(person), list[PreventionReferral], body)

    def put_prevention_results(
        self, person: Person, referral: PreventionReferral, results: list[Result]
    ) -> PreventionReferral:
        """Let these be all results of a referral, which is thereby used."""
        body = {"results": adapter_of(list[Result]).dump_python(results, mode="json")}
        return self._call("PUT", f"{_path(person)}/{part(referral.id)}/results", PreventionReferral, body)


def _path(person: Person) -> str:
    return f"/people/{person.pesel}/prevention/referrals"
