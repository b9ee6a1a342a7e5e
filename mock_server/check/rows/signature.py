"""Signatures that are missing, stale, foreign or empty."""

from .. import musts
from .writing import Answer, Family, Layer, Reach, Variant

_signature = Family(
    "sig",
    Layer.BOTH,
    musts.VERIFY,
    "Verify ArtifactResponse, then Response, against the certificates of the hub's metadata alone, before decrypting.",
)
SIGNED_OR_NOT = (
    Variant("signed", "the ArtifactResponse around it is signed anew by the hub", Reach.HUB),
    Variant("unsigned", "the ArtifactResponse around it is not signed at all"),
)
ROWS: tuple[Answer, ...] = (
    _signature.row(
        "none",
        "Neither ArtifactResponse nor Response is signed; the assertion is a forgery about Bob",
        "M c n",
        "saml-core 5.4.1; ASVS 6.8.2; SPID 2",
        gain="anybody's account: the forgery takes the provider's public key alone",
    ),
    _signature.row(
        "inner_none",
        "The Response's signature is missing, the ArtifactResponse's is right",
        "Q l h",
        "login.gov.pl profile; saml-profiles 4.1.4.4",
    ),
)
