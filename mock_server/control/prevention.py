"""The e-referrals of “Profilaktyka 40+”, and the results that come back."""

from ..shared.patient.archive import DocumentTaken
from ..shared.patient.prevention.referral import PreventionReferral, Result
from ..shared.patient.prevention.state import Prevention
from .api import Api, Call, Message, Nothing
from .people import person_of
from .refusal import ControlRefused

api = Api()
_REFERRALS = "/worlds/{world}/people/{pesel}/prevention/referrals"


class AllReferrals(Message):
    """Every referral of a person."""

    referrals: list[PreventionReferral]


class AllResults(Message):
    """Every result of a referral."""

    results: list[Result]


@api.endpoint("GET", _REFERRALS, Nothing, list[PreventionReferral])
async def list_referrals(call: Call, _body: Nothing) -> list[PreventionReferral]:
    """Every referral that a survey of this person gave, newest first; each was issued as its survey was sent."""
    return list(call.world.state(Prevention).referrals(person_of(call).pesel))


@api.endpoint("PUT", _REFERRALS, AllReferrals, list[PreventionReferral])
async def put_referrals(call: Call, body: AllReferrals) -> list[PreventionReferral]:
    """Let these be all referrals of a person: the last ``issued_on`` is when their last survey was sent."""
    return _put(call, body.referrals)


@api.endpoint("PUT", _REFERRALS + "/{referral}/results", AllResults, PreventionReferral)
async def put_results(call: Call, body: AllResults) -> PreventionReferral:
    """Let these be all results of a referral, which is thereby used."""
    referrals = call.world.state(Prevention).referrals(person_of(call).pesel)
    referral = next((one for one in referrals if one.id == call.path("referral")), None)
    if referral is None:
        raise ControlRefused(404, "this person has no referral of that id")
    try:
        examined = referral.with_results(tuple(body.results))
    except ValueError as error:
        raise ControlRefused(422, str(error)) from error
    _put(call, [examined if one is referral else one for one in referrals])
    return examined


def _put(call: Call, referrals: list[PreventionReferral]) -> list[PreventionReferral]:
    try:
        return list(call.world.state(Prevention).put(person_of(call).pesel, referrals))
    except DocumentTaken as error:
        raise ControlRefused(409, str(error)) from error
