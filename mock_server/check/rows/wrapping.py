"""Signature wrapping."""

from .. import musts
from .signature import SIGNED_OR_NOT
from .writing import Answer, Family, Layer, Reach, Variant

_wrapping = Family(
    "wrap",
    Layer.RESPONSE,
    musts.ONE_REFERENCE,
    "Read from the very element whose signature you verified, found by its path; refuse what else has its ID.",
)
_row = _wrapping.row
_ANYBODY = "anybody's account: a genuine message of one's own login carries the forgery"
_INNER_SIGNED_OR_NOT = (
    Variant("signed", "the forged ArtifactResponse holds a Response that the hub signed", Reach.HUB),
    Variant("unsigned", "nothing but the genuine ArtifactResponse is signed"),
)


def _of(names: tuple[tuple[str, str], ...], ways: tuple[Variant, ...]) -> tuple[Variant, ...]:
    """Each of several kinds, in each of several ways."""
    return tuple(
        Variant(f"{name}-{way.name}", f"{told}; {way.change}", way.reach) for name, told in names for way in ways
    )


_HIDDEN = (
    ("forged", "the forged message is hidden, and has the ID of the genuine one"),
    ("genuine", "the genuine message is hidden"),
)
_SHAPES = {
    "1": "{forged} carries the signature of {genuine}, which begins with {genuine}",
    "2": "{forged} holds {genuine}, and after it the detached signature of {genuine}",
    "3": "{forged} stands before {genuine}",
    "4": "{forged} holds {genuine} with its signature",
    "5": "{forged} carries the signature of {genuine}, which stands after it",
    "6": "{forged} carries the signature of {genuine}, which ends with {genuine}",
    "7": "One of {forged} and {genuine} is hidden in Extensions",
    "8": "{forged} carries the signature of {genuine}, which stands in an Object of it",
}


def _shapes(layer: str, ways: tuple[Variant, ...], message: str, source: str) -> tuple[Answer, ...]:
    told = {"forged": f"{message} about Bob", "genuine": "the genuine one"}
    return tuple(
        _row(
            f"{layer}{number}",
            shape.format(**told),
            "M c n",
            source,
            layer=Layer.RESPONSE if layer == "r" else Layer.ARTIFACT_RESPONSE,
            gain=_ANYBODY,
            variants=_of(_HIDDEN, ways) if number == "7" else ways,
        )
        for number, shape in _SHAPES.items()
    )


ROWS: tuple[Answer, ...] = (
    *_shapes("r", SIGNED_OR_NOT, "A forged Response", "|Somorovsky et al. 2012|"),
    *_shapes("a", _INNER_SIGNED_OR_NOT, "A forged ArtifactResponse", "|Somorovsky et al. 2012|"),
    _row("soap_header", "The genuine ArtifactResponse stands in the SOAP Header, a forged unsigned one in the Body",
         "M c n", "|McIntosh and Austel 2005|", layer=Layer.SOAP, gain=_ANYBODY),
    _row("metadata", "All is forged and unsigned; the only signature is that of the hub's public metadata in it",
         "M c n", "sp112 sp113 CVE-2025-24894 CVE-2024-9487",
         gain="anybody's account, with what everybody can download",
         variants=(Variant("first", "first in the Response"), Variant("extensions", "in its Extensions"))),
    _row("signed_failure", "A forged success around a Response in which the hub says, signed, that nobody logged in",
         "M c n", "|OneUptime #2981|", gain=_ANYBODY, variants=SIGNED_OR_NOT),
    _row("same_id", "A forged Response has the ID of the genuine one, which stands in its signature", "M c n",
         "C1.3.4", gain=_ANYBODY, variants=SIGNED_OR_NOT),
    _row("id_kinds", "A forged Response has the genuine one's ID in an attribute of another name", "M c n",
         "|Flowfin #1010|", gain=_ANYBODY,
         variants=_of((("Id", "Id"), ("id", "id"), ("xml_id", "xml:id"), ("AssertionID", "AssertionID")),
                      SIGNED_OR_NOT)),
    _row("plain_beside", "A forged assertion in clear stands before the genuine encrypted one, both messages stale",
         "M c n", "CVE-2026-47201 CVE-2026-89043", gain=_ANYBODY,
         mend="Take assertions from EncryptedAssertion alone, and from one of them."),
)  # fmt: skip
