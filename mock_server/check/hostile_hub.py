"""The hub of a world in which answers were chosen: it tells the result of those logins otherwise."""

from asyncio import to_thread
from dataclasses import replace

from starlette.responses import Response

from ..kernel.rules import name_of, true
from ..kernel.world import World
from ..saml.assertion import Identification
from ..saml.identity_hub import IdentityHub
from ..saml.model import ArtifactResolve, Status
from ..shared.federation import OWN_PARTIES, Federation
from ..shared.wire import write_saml
from ..sites.login.back_channel import tell_result
from ..sites.login.state import HubState, Participant, PendingResult
from ..web.visit import Visit
from .answers import GOOD
from .bob import BOB
from .choices import Choice, Choices, Sent
from .deeds.all import deed_of
from .deeds.times import session_of
from .ending import answering_logouts
from .grading import GradedWorld, What
from .login import Earlier, Login, steady
from .made import Made, make
from .making import Making
from .plants import planted_in
from .stages import Stage

_SHOWN = 256 * 1024
"""Bytes of an answer that are remembered."""


def choices_of(world: World) -> Choices:
    """What is chosen in a world, whose hub asks for it from now on."""
    choices = world.state(Choices)
    world.faults.let_stand_in(name_of(tell_result), tell_as_chosen)
    world.faults.let_stand_in(*answering_logouts(choices))
    return choices


async def tell_as_chosen(visit: Visit, hub: IdentityHub, resolve: ArtifactResolve, waiting: PendingResult) -> Response:
    """Tell a provider of a login as it was chosen; of any other, and of one that failed, as ever."""
    choice = visit.world.state(Choices).take(waiting.request.id)
    planted = await planted_in(visit, waiting)
    if isinstance(planted, Response):
        return planted
    if choice is None or isinstance(planted.result, Status):
        return await true(tell_result)(visit, hub, resolve, planted)
    identification, session = planted.result
    login = _login(visit, hub, resolve, planted, choice, identification)
    deed = session_of(choice.session) if choice.session else deed_of(_graded(visit.world, choice.send))
    made = await to_thread(make, login, deed, visit.world.faults.replacements)
    session.participants.append(Participant(waiting.request.provider, identification.name_id, login.session_index))
    _remember(visit, choice, login, made)
    if deed and deed.stage is Stage.HTTP:
        response: Response = deed.do(Making(login, made.good), made.soap)
        return response
    return Response(made.soap, media_type="text/xml")


def _graded(world: World, send: str) -> str:
    """What is sent where a test chose this."""
    grading = world.state(GradedWorld)
    grading.write(What.SENT, send)
    if not grading.replaces(send):
        return send
    grading.write(What.ALTERED)
    return GOOD


def _login(
    visit: Visit,
    hub: IdentityHub,
    resolve: ArtifactResolve,
    waiting: PendingResult,
    choice: Choice,
    told: Identification,
) -> Login:
    federation, request = visit.world.state(Federation), waiting.request
    keys = federation.hub_keys(visit.keyring)
    bystander = next(party.issuer for party in OWN_PARTIES.values() if party.issuer != request.issuer)
    state, bob = visit.world.state(HubState), choice.other or BOB
    before = visit.world.state(Choices).sent.get(choice.earlier or "")
    return Login(
        hub=steady(hub),
        resolve=resolve,
        request=request,
        told=told,
        other=replace(told, subject=bob, name_id=state.name_id(request.issuer, bob.pesel)),
        session_index=hub.new_assertion_id(),
        now=visit.now,
        bystander=visit.keyring.key_pair(bystander),
        retired=keys.retired,
        coming=keys.coming,
        rsa=keys.rsa,
        listener=choice.listener,
        earlier=Earlier(before.request.id, before.session_index, before.told.name_id) if before else None,
        skew=choice.skew,
    )


def _remember(visit: Visit, choice: Choice, login: Login, whole: Made) -> None:
    made = replace(whole, soap=whole.soap[:_SHOWN])
    visit.world.state(Choices).sent[login.request.id] = Sent(
        choice, login.request, login.told, login.other, login.session_index, made
    )
    visit.write("answer chosen", answer=choice.send, request=login.request.id)
    [*clear] = made.clear.values()
    write_saml(visit, "sent", "ArtifactResponse", made.soap, clear[-1] if clear else None)
