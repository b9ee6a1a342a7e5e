"""What deeds on signatures share: forgeries about Bob, and layers that are or are not signed anew."""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from ...saml.keys import KeyPair
from ...saml.names import qualified
from ...saml.signing import sign
from ...saml.xml import Element
from ..making import Making, found
from ..stages import Deed, Stage

FORGED = ("T/Subject/NameID", "T/AttributeStatement")
"""Where a forgery about Bob differs from what the hub says of Ann."""
Sign = Callable[[Making, Element, KeyPair], object]
_ENCRYPTED = re.compile(rb"<saml2:EncryptedAssertion\b.*</saml2:EncryptedAssertion>", re.DOTALL)


def both(do: Sign, *places: str, seals: str = "--", forged: bool = False, valid: bool = True) -> Deed:
    """Sign ArtifactResponse and Response otherwise; the places are those in each signature."""
    named = tuple(f"{layer}/{place}" for layer in "AR" for place in places)
    return Deed(Stage.BOTH_SIGNATURES, do, (*named, *(FORGED if forged else ())), seals, forged, valid)


def inner(
    name: str, do: Sign, *places: str, forged: bool = True, valid: bool = True, seals: str = "-"
) -> dict[str, Deed]:
    """Sign the Response otherwise, and the ArtifactResponse around it anew or not at all: two ways to send it."""

    def signed(making: Making, element: Element, keys: KeyPair) -> None:
        if is_response(element):
            do(making, element, keys)
        else:
            sign(element, keys)

    def unsigned(making: Making, element: Element, keys: KeyPair) -> None:
        if is_response(element):
            do(making, element, keys)

    where = (*places, *(FORGED if forged else ()))
    anew = Deed(Stage.BOTH_SIGNATURES, signed, where, "+" + seals, forged, valid)
    bare = replace(anew, do=unsigned, places=(*where, "A/Signature"), seals="." + seals)
    return {f"{name}:signed": anew, f"{name}:unsigned": bare}


def is_response(element: Element) -> bool:
    """Whether it is the Response and not the message around it."""
    return element.tag == qualified("saml2p:Response")


def with_forgery(making: Making, soap: bytes) -> bytes:
    """The bytes of an envelope, its assertion exchanged for one about Bob."""
    new = etree.tostring(making.forged())
    changed, count = _ENCRYPTED.subn(lambda _: new, soap)
    if count != 1:
        raise LookupError("the EncryptedAssertion")
    return changed


def exchange(making: Making, response: Element) -> None:
    """Put an assertion about Bob into a Response in the place of the one that is there."""
    response.replace(found(response, "saml2:EncryptedAssertion"), making.forged())
