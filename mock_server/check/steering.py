"""The part of the control API that chooses answers, and tells what was sent."""

from dataclasses import replace
from datetime import timedelta

from ..control.api import Api, Call, Nothing
from ..control.refusal import ControlRefused
from ..kernel.near import beginning, near
from ..kernel.world import World
from ..saml.artifact import new_artifact
from ..saml.model import IssuedArtifact, Status, Subject
from ..shared.federation import Federation, KeyStage
from ..sites.login.state import HubState, PendingResult
from .answer import Need
from .answers import ANSWERS, GOOD, AnswerUnknown, answer_of
from .bob import BOB
from .choices import LATEST, Choice, Choices, Sent
from .deeds.logout import GOOD_LOGOUT, LOGOUTS
from .difference import changes
from .ending import ask_to_log_out
from .grading import GradedWorld, What
from .hostile_hub import choices_of
from .login import NOBODY_LISTENS
from .messages import (
    LONGEST_ID,
    AnswerSeen,
    ArtifactSeen,
    ArtifactWanted,
    ChangeSeen,
    Chosen,
    ChosenSeen,
    LogoutSeen,
    LogoutWanted,
    PersonSeen,
    SentSeen,
)
from .posted import Posted, Standing, posted_for, standing_of

api = Api()


@api.endpoint("GET", "/answers", Nothing, list[AnswerSeen])
async def list_answers(_call: Call, _body: Nothing) -> list[AnswerSeen]:
    """Every answer with a chosen defect, and every odd but right one."""
    return [
        AnswerSeen(
            id=one.id,
            sends=list(one.sends),
            change=one.change,
            layer=one.layer,
            duty=one.duty,
            must=one.must,
            gravity=one.gravity,
            reach=one.reach,
            verdict=one.verdict,
            gain=one.gain,
            mend=one.mend,
            may_block=one.may_block,
            needs=[str(need) for need in one.needs],
            source=one.source,
        )
        for one in ANSWERS.values()
    ]


@api.endpoint("PUT", "/worlds/{world}/answers/{request}", Chosen, ChosenSeen)
async def choose(call: Call, body: Chosen) -> ChosenSeen:
    """Answer the login of this AuthnRequest (by its ID), or the ``next`` one, so, once."""
    request = call.path("request")
    if len(request) > LONGEST_ID:
        raise ControlRefused(422, f"the ID of a request has at most {LONGEST_ID} characters")
    choice = _choice(call, body)
    choices_of(call.world).choose(request, choice)
    return ChosenSeen(request=request, answer=choice.send, other=_person(choice.other or BOB))


@api.endpoint("GET", "/worlds/{world}/answers/{request}", Nothing, SentSeen)
async def show(call: Call, _body: Nothing) -> SentSeen:
    """What the login of this request, or the ``latest`` one, was answered with by choice."""
    sent = _sent(call)
    assertions = dict.fromkeys(one.decode("utf-8", "replace") for one in sent.made.clear.values())
    return SentSeen(
        answer=sent.choice.send,
        person=_person(sent.told.subject),
        session_index=sent.session_index,
        sent=sent.made.soap.decode("utf-8", "replace"),
        good=sent.made.good.decode(),
        assertions=list(assertions),
        changes=[
            ChangeSeen(place=one.place, good=one.good, sent=one.sent, follows=one.follows) for one in changes(sent.made)
        ],
    )


@api.endpoint("POST", "/worlds/{world}/answers/{request}/artifacts", ArtifactWanted, ArtifactSeen)
async def issue_artifact(call: Call, body: ArtifactWanted) -> ArtifactSeen:
    """Hand out another artifact for a login that waits or was answered by choice, as if who logs in came just now."""
    world = call.world
    waited, choice = _waited(call, _asked(call)), _choice(call, body)
    request = waited.request
    if isinstance(waited.result, Status):
        raise ControlRefused(422, "that login failed: there is nobody to tell of")
    told, session = waited.result
    told = replace(told, identified_at=world.clock.now())
    state = world.state(HubState)
    if body.pesel:
        name_id = state.name_id(request.issuer, body.pesel)
        told = replace(told, subject=_somebody(call, body.pesel), name_id=name_id)
    choices_of(world).choose(request.id, choice)
    artifact = new_artifact(world.state(Federation).node.host)
    issued = IssuedArtifact(artifact, request.issuer, world.clock.now(), request.provider.signing_certificates)
    state.waiting[artifact] = replace(waited, issued=issued, result=(told, session))
    return ArtifactSeen(artifact=artifact)


@api.endpoint("POST", "/worlds/{world}/answers/{request}/logout", LogoutWanted, LogoutSeen)
async def log_out(call: Call, body: LogoutWanted) -> LogoutSeen:
    """Let the hub ask the provider to end a login that was answered by choice, with this defect."""
    sent = _sent(call)
    if body.answer not in LOGOUTS:
        raise ControlRefused(422, f"no logout message is named {beginning(body.answer)!r}; known: {', '.join(LOGOUTS)}")
    try:
        told = await ask_to_log_out(call.world, call.server.services, sent, _graded_logout(call.world, body.answer))
    except LookupError as error:
        raise ControlRefused(422, f"{sent.request.issuer}: {error.args[0]}; register it with one") from error
    answer = None if told.answer is None else told.answer.decode("utf-8", "replace")
    return LogoutSeen(request=told.request.decode(), answer=answer)


@api.endpoint("GET", "/worlds/{world}/answers/{request}/posted", Nothing, Posted)
async def show_posted(call: Call, _body: Nothing) -> Posted:
    """What a browser may post as ``SAMLResponse``, for a login that waits, or that was answered by choice."""
    standing = standing_of(call.world, call.path("request"))
    if standing is None:
        sent = _sent(call)
        standing = Standing(sent.request, sent.told, sent.other, sent.session_index)
    return posted_for(call.world, call.server.services, standing)


def _choice(call: Call, body: Chosen) -> Choice:
    """What was asked for, if it can be.

    Raises:
        ControlRefused: 422, no such answer, or something that it needs is missing.
    """
    needs = _needs(body.answer)
    if Need.LISTENER in needs and body.listener is None:
        raise ControlRefused(422, f"{body.answer} needs a listener: give the address that counts who calls")
    if Need.EARLIER in needs and body.earlier not in call.world.state(Choices).sent:
        raise ControlRefused(
            422, f"{body.answer} needs an earlier request, of a login that was answered by choice, with {GOOD} say"
        )
    stage = KEY_STAGES.get(body.answer)
    if stage and call.world.state(Federation).keys != stage:
        raise ControlRefused(422, f"{body.answer} needs other keys: PATCH the hub of this world to keys={stage} first")
    if body.session_seconds and body.answer != GOOD:
        raise ControlRefused(422, f"session_seconds goes with {GOOD} alone: {body.answer} is to differ at one place")
    call.world.state(GradedWorld).write(What.ASKED, body.answer)
    return Choice(
        body.answer,
        _somebody(call, body.other) if body.other else None,
        body.earlier,
        body.listener or NOBODY_LISTENS,
        timedelta(seconds=body.skew_seconds),
        timedelta(seconds=body.session_seconds) if body.session_seconds else None,
    )


def _graded_logout(world: World, send: str) -> str:
    """What is sent where a test chose this logout."""
    grading = world.state(GradedWorld)
    grading.write(What.ASKED, send)
    grading.write(What.SENT, send)
    if not grading.replaces(send):
        return send
    grading.write(What.ALTERED)
    return GOOD_LOGOUT


def _needs(send: str) -> tuple[Need, ...]:
    if send == GOOD:
        return ()
    try:
        return answer_of(send).needs
    except AnswerUnknown as error:
        raise ControlRefused(422, f"{error}; GET /control/answers lists them") from error


KEY_STAGES: dict[str, KeyStage] = {
    "sig.retired_key": "new",
    "ok.rollover_old": "both",
    "ok.rollover_both": "both",
    "ok.rollover_new": "new",
    "ok.rsa_hub": "rsa",
}
"""Where the hub of the world must stand with its keys for an answer; ``old`` for all others."""


def _somebody(call: Call, pesel: str) -> Subject:
    """A person of the world, as an assertion tells of them.

    Raises:
        ControlRefused: 422, nobody.
    """
    person = call.world.people.by_pesel(pesel)
    if person is None:
        raise ControlRefused(422, "nobody in this world has that PESEL")
    return Subject(person.given_name, person.family_name, person.birth_date, person.pesel)


def _sent(call: Call) -> Sent:
    """What the login that the path names was answered with.

    Raises:
        ControlRefused: 404, it was not answered by choice, or not yet.
    """
    request, sent = call.path("request"), call.world.state(Choices).sent
    if request == LATEST and sent:
        return list(sent.values())[-1]
    if request not in sent:
        raise ControlRefused(
            404, f"no login of the request {beginning(request)!r} was answered by choice yet; {near(request, sent)}"
        )
    return sent[request]


def _asked(call: Call) -> str:
    """The ID of the request that the path names.

    Raises:
        ControlRefused: 404, no login of it waits or was answered by choice.
    """
    request = call.path("request")
    waits = any(one.request.id == request for one in call.world.state(HubState).waiting.values())
    return request if waits else _sent(call).request.id


def _waited(call: Call, request: str) -> PendingResult:
    """The result of a login, resolved or not.

    Raises:
        ControlRefused: 404, it is so old that it was forgotten.
    """
    waiting = [one for one in call.world.state(HubState).waiting.values() if one.request.id == request]
    if not waiting:
        raise ControlRefused(404, f"the login of the request {beginning(request)!r} is forgotten: begin another")
    return waiting[-1]


def _person(subject: Subject) -> PersonSeen:
    return PersonSeen(pesel=subject.pesel, given_name=subject.given_name, family_name=subject.family_name)
