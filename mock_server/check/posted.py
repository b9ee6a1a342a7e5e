"""What a browser may try to post as a SAMLResponse, though only artifacts are due."""

import zlib
from base64 import b64encode
from dataclasses import dataclass, replace
from functools import cache

from lxml import etree

from ..control.api import Message
from ..kernel.world import World
from ..saml.assertion import Identification
from ..saml.model import ArtifactResolve, AuthnRequest, Status
from ..saml.names import new_id
from ..saml.xml import Element
from ..shared.federation import OWN_PARTIES
from ..sites.login.state import HubState
from ..web.services import Services
from .choices import Choices
from .ending import hub_in
from .login import Login, steady
from .making import PATHS, Making, detached, found
from .sealing import unsign

_UNPACKED = 100 * 1024 * 1024


class Posted(Message):
    """Values of ``SAMLResponse``, in base64.

    ``forged`` is about Bob, with nobody's signature; ``genuine`` signed by the hub for another provider; ``own`` the
    Response of this very login; ``bomb`` deflated, 100 MB once it is unpacked.
    """

    forged: str
    genuine: str
    own: str
    bomb: str


@dataclass(frozen=True)
class Standing:
    """A login that the hub was asked for: what it was answered with by choice, or would be.

    Attributes:
        told: who logged in: Ann.
        other: somebody else: Bob.
        session_index: the assertion's ID.
    """

    request: AuthnRequest
    told: Identification
    other: Identification
    session_index: str


def standing_of(world: World, request_id: str) -> Standing | None:
    """The login of a request that waits for its provider, or was answered by choice; None where there is none."""
    choices, state = world.state(Choices), world.state(HubState)
    sent = choices.sent.get(request_id)
    if sent:
        return Standing(sent.request, sent.told, sent.other, sent.session_index)
    results = [one for one in state.waiting.values() if one.request.id == request_id]
    if not results or isinstance(results[-1].result, Status):
        return None
    request, (told, _session) = results[-1].request, results[-1].result
    bob = choices.bob_of(request_id)
    return Standing(
        request, told, replace(told, subject=bob, name_id=state.name_id(request.issuer, bob.pesel)), new_id()
    )


def posted_for(world: World, services: Services, one: Standing) -> Posted:
    """What is posted for a login."""
    request = one.request
    stranger = next(party for party in OWN_PARTIES.values() if party.issuer != request.issuer)
    keys = services.keyring.key_pair(stranger.issuer)
    others = replace(
        request,
        issuer=stranger.issuer,
        acs_url=f"https://{stranger.issuer}/saml/acs",
        provider=replace(
            request.provider,
            issuer=stranger.issuer,
            signing_certificates=(keys.certificate,),
            encryption_certificate=None,
        ),
    )
    login = Login(
        hub=steady(hub_in(world, services)),
        resolve=ArtifactResolve(new_id(), request.issuer, request.provider, ""),
        request=request,
        told=one.told,
        other=one.other,
        session_index=one.session_index,
        now=world.clock.now(),
        bystander=keys,
    )
    forged = _response(Making(login).run({}, forged=True))
    unsign(forged)
    return Posted(
        forged=_written(forged),
        genuine=_written(_response(Making(replace(login, request=others)).run({}))),
        own=_written(_response(Making(login).run({}))),
        bomb=_bomb(),
    )


def _response(soap: bytes) -> Element:
    return detached(found(etree.fromstring(soap), PATHS["R"]))


def _written(response: Element) -> str:
    return b64encode(etree.tostring(response)).decode()


@cache
def _bomb() -> str:
    packing = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    blanks = b" " * (1024 * 1024)
    pieces = [packing.compress(blanks) for _ in range(_UNPACKED // len(blanks))]
    return b64encode(b"".join((*pieces, packing.flush()))).decode()
