"""Signatures with something in them twice: a SignedInfo, a digest, a value, a whole signature."""

from copy import deepcopy

from lxml import etree

from ...saml.keys import KeyPair
from ...saml.signing import sign
from ...saml.xml import Element
from .. import sealing
from ..login import stranger
from ..making import Making, detached, found
from ..sealing import signature_of
from ..stages import Deed
from .forging import exchange, inner
from .tools import fragment

_REFERENCE = "ds:SignedInfo/ds:Reference"


def _second_info(making: Making, response: Element, keys: KeyPair) -> None:
    """The genuine SignedInfo and value, and after it the SignedInfo of what stands here."""
    sign(response, keys)
    signature = signature_of(response)
    genuine = signature_of(making.genuine("R"))
    signature.insert(0, found(genuine, "ds:SignedInfo"))
    found(signature, "ds:SignatureValue").text = found(genuine, "ds:SignatureValue").text


def _digest_in_comment(making: Making, response: Element, _keys: KeyPair) -> None:
    digest = sealing.digest_of(response)
    genuine = signature_of(making.genuine("R"))
    value = found(genuine, f"{_REFERENCE}/ds:DigestValue")
    told, value.text = value.text, None
    comment = etree.Comment(digest)
    value.append(comment)
    comment.tail = told
    response.insert(1, genuine)


def _digest_elsewhere(making: Making, response: Element, _keys: KeyPair) -> None:
    """The genuine signature, and before it in the document a DigestValue of what stands here."""
    digest = sealing.digest_of(response)
    response.insert(1, signature_of(making.genuine("R")))
    message = response.getparent()
    if message is not None:
        found(message, "saml2p:Status").append(
            fragment(f"<saml2p:StatusDetail><ds:DigestValue>{digest}</ds:DigestValue></saml2p:StatusDetail>")
        )


def _two_signatures(making: Making, response: Element, _keys: KeyPair) -> None:
    response.insert(1, signature_of(making.genuine("R")))
    sign(response, stranger())


def _decoy(making: Making, response: Element, keys: KeyPair) -> None:
    """The genuine Response, and a second signature of the same value that holds a forged one."""
    forged = detached(response)
    exchange(making, forged)
    sign(response, keys)
    second = deepcopy(signature_of(response))
    holder = fragment("<ds:Object/>")
    holder.append(forged)
    second.append(holder)
    signature_of(response).addnext(second)


DEEDS: dict[str, Deed] = {
    **inner("sig.signedinfo_two", _second_info, "R/Signature", valid=False),
    **inner("sig.digest_comment", _digest_in_comment, "R/Signature"),
    **inner("sig.digest_elsewhere", _digest_elsewhere, "A/Status/StatusDetail"),
    **inner("sig.two_children", _two_signatures, "R/Signature", "R/Signature[2]", valid=False),
    **inner("sig.decoy_repeats", _decoy, "R/Signature[2]", forged=False, valid=False),
}
