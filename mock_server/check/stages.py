"""The stages of an answer, and how a deed takes the place of one of them.

Assertion → encryption → Response → its signature → ArtifactResponse → its signature → bytes → HTTP. Each is a seam of
the hub; the stages after the deed's run as ever. An answer that is stale is edited in its bytes, after the last
signature.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from lxml import etree

from ..kernel.rules import Replacements, name_of, replacing, true
from ..saml.artifact_response import sign_artifact_response, sign_response, write_answer
from ..saml.assertion import build_assertion
from ..saml.encryption import encrypted_data
from ..saml.keys import Certificate, KeyPair
from ..saml.xml import Element
from .making import Making

UNASKED = "??"


class Stage(Enum):
    """Where a deed takes place, and what it is given besides the `Making`."""

    ASSERTION = auto()
    """The assertion's tree, which it edits, or of which it returns the bytes to encrypt."""
    ENCRYPTION = auto()
    """The assertion's bytes; it returns the EncryptedData."""
    RESPONSE = auto()
    """The Response, complete but for its signature."""
    RESPONSE_SIGNATURE = auto()
    """The same, and the hub's keys: it signs, or does not."""
    MESSAGE = auto()
    """The ArtifactResponse, complete but for its signature."""
    MESSAGE_SIGNATURE = auto()
    """The same, and the hub's keys."""
    BOTH_SIGNATURES = auto()
    """Each of the two, and the hub's keys."""
    BYTES = auto()
    """The finished envelope; it returns what is sent."""
    HTTP = auto()
    """The finished envelope; it returns the HTTP response."""


@dataclass(frozen=True)
class Deed:
    """How an answer is made.

    Attributes:
        stage: the one stage whose place it takes.
        do: given the `Making` and what `Stage` says.
        places: all that then differs from the good answer: see `difference`.
        seals: what judges say of ArtifactResponse's and Response's signature with the hub's key: ``+`` it holds, ``-``
            it does not, ``.`` there is none; where xmlsec and signxml disagree, ``xmlsec/signxml``; `UNASKED` of what
            is no document that they could be given.
        forged: whether the assertion is about Bob, made with the provider's public key alone.
        valid: whether the schemas accept the answer.
    """

    stage: Stage
    do: Callable[..., Any]
    places: tuple[str, ...]
    seals: str = "++"
    forged: bool = False
    valid: bool = True


def replacements(deed: Deed, making: Making) -> Replacements:
    """What is called in the place of the deed's stage."""
    signs = {name_of(sign_response): sign_response, name_of(sign_artifact_response): sign_artifact_response}

    def do(*told: Any) -> Any:  # noqa: ANN401 - as the stage has it
        with replacing({}):  # what a deed makes besides is made by the hub's own stages
            return deed.do(making, *told)

    def instead(element: Element, keys: KeyPair) -> None:
        do(element, keys)

    def before(sign: Callable[[Element, KeyPair], None]) -> Callable[[Element, KeyPair], None]:
        def edited(element: Element, keys: KeyPair) -> None:
            do(element)
            true(sign)(element, keys)

        return edited

    def assertion(*told: Any) -> bytes:  # noqa: ANN401 - as the hub's own is called
        tree = etree.fromstring(true(build_assertion)(*told))
        written: bytes | None = do(tree)
        return etree.tostring(tree, encoding="UTF-8") if written is None else written

    def encryption(data: bytes, _recipient: Certificate, _parties: tuple[str, str], _key_bytes: int) -> Element:
        made: Element = do(data)
        return made

    def written(message: Element) -> bytes:
        made: bytes = do(true(write_answer)(message))
        return made

    by_stage: dict[Stage, Replacements] = {
        Stage.ASSERTION: {name_of(build_assertion): assertion},
        Stage.ENCRYPTION: {name_of(encrypted_data): encryption},
        Stage.RESPONSE: {name_of(sign_response): before(sign_response)},
        Stage.RESPONSE_SIGNATURE: {name_of(sign_response): instead},
        Stage.MESSAGE: {name_of(sign_artifact_response): before(sign_artifact_response)},
        Stage.MESSAGE_SIGNATURE: {name_of(sign_artifact_response): instead},
        Stage.BOTH_SIGNATURES: dict.fromkeys(signs, instead),
        Stage.BYTES: {name_of(write_answer): written},
        Stage.HTTP: {},
    }
    return by_stage[deed.stage]
