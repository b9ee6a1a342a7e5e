"""What a browser may try to post as a SAMLResponse, though only artifacts are due."""

import zlib
from base64 import b64encode
from dataclasses import replace
from functools import cache

from lxml import etree

from ..control.api import Message
from ..kernel.world import World
from ..saml.model import ArtifactResolve
from ..saml.names import new_id
from ..saml.xml import Element
from ..shared.federation import OWN_PARTIES
from ..web.services import Services
from .choices import Sent
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


def posted_for(world: World, services: Services, sent: Sent) -> Posted:
    """What is posted for a login that was answered by choice."""
    request = sent.request
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
        told=sent.told,
        other=sent.other,
        session_index=sent.session_index,
        now=world.clock.now(),
        bystander=keys,
    )
    forged = _response(Making(login).run({}, forged=True))
    unsign(forged)
    return Posted(
        forged=_written(forged),
        genuine=_written(_response(Making(replace(login, request=others)).run({}))),
        own=_written(_response(sent.made.good)),
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
