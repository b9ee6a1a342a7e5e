"""Signatures that are missing, stale, of other keys, or of no value."""

from .. import musts
from .writing import Answer, Family, Layer, Need, Reach, Variant

signature = Family(
    "sig",
    Layer.BOTH,
    musts.VERIFY,
    "Verify ArtifactResponse, then Response, against the certificates of the hub's metadata alone, before decrypting.",
)
SIGNED_OR_NOT = (
    Variant("signed", "the ArtifactResponse around it is signed anew by the hub", Reach.HUB),
    Variant("unsigned", "the ArtifactResponse around it is not signed at all"),
)
_R = Layer.RESPONSE
_row = signature.row
_KEYS = "Take keys from the hub's metadata, never from the message: its KeyInfo is at most a hint."
_ANYBODY = "anybody's account: the forgery takes the provider's public key alone"

ROWS: tuple[Answer, ...] = (
    _row(
        "none",
        "Neither ArtifactResponse nor Response is signed; the assertion is a forgery about Bob",
        "M c n",
        "C5.4.1 AV6.8.2 sp2",
        gain=_ANYBODY,
    ),
    _row(
        "inner_none",
        "The Response's signature is missing, the ArtifactResponse's is right",
        "Q l h",
        "profile P4.1.4.4",
        layer=_R,
    ),
    _row(
        "outer_none",
        "The ArtifactResponse's signature is missing, the Response's is right",
        "Q m n",
        "profile P4.1.4.4",
        layer=Layer.ARTIFACT_RESPONSE,
    ),
    _row(
        "outer_stale",
        "A forgery about Bob in an unsigned Response; the ArtifactResponse's signature is that of the good answer",
        "M c n",
        "C5.4.2",
        gain=_ANYBODY,
    ),
    _row(
        "inner_stale",
        "A forgery about Bob in a Response whose signature is that of the good one; the ArtifactResponse is signed",
        "M h h",
        "profile",
        layer=_R,
        must=musts.SIGNED_TWICE,
        mend="Verify both signatures, not the outer one alone.",
    ),
    _row("foreign_cert", "Both are signed with a stranger's key, whose certificate is in KeyInfo", "M c n",
         "sp4 sp5 CS CVE-2023-48703", mend=_KEYS),
    _row("foreign_nokeyinfo", "Both are signed with a stranger's key, without KeyInfo", "M c n",
         "sp4 sp5 CS CVE-2023-48703", mend=_KEYS),
    _row("foreign_keyvalue", "Both are signed with a stranger's key, which KeyInfo gives as a bare value", "M c n",
         "sp4 sp5 CS CVE-2023-48703", mend=_KEYS),
    _row(
        "foreign_lookalike",
        "Both are signed with a stranger's key; its certificate has the hub's subject, issuer and serial number",
        "M c n",
        "C5.4.5",
        mend="Compare certificates, or better keys, byte by byte, not the names in them.",
    ),
    _row("foreign_two_certs", "Both are signed with a stranger's key; KeyInfo has its certificate, then the hub's",
         "M c n", "C5.4.5", mend=_KEYS),
    _row("foreign_named_hub", "Both are signed with a stranger's key; KeyInfo has the hub's certificate", "M c n",
         "D4.5", mend="A known certificate in KeyInfo proves nothing: verify the value with its key."),
    _row("other_provider", "Both are signed with the key of another registered provider", "M c n", "CS CVE-2015-1796",
         mend="Take as the hub's only keys that the hub's own metadata names for signing."),
    _row("same_ca", "Both are signed with a key that the hub's certificate has certified as an authority would",
         "M c n", "CS CVE-2015-1796", mend="Trust the certificate itself, not what it has issued."),
    _row("retired_key", "Both are signed with the hub's old key, after the rollover has ended", "M h n", "metadata",
         needs=(Need.ROLLOVER,), mend="Read the hub's metadata again in time, and drop keys that it no longer names."),
    _row("flipped", "One bit of the encrypted assertion is flipped after signing", "M h n", "D3.2 sp100",
         layer=Layer.ENCRYPTED),
    _row("value_empty", "A forgery about Bob, both SignatureValues empty", "M c n", "CVE-2026-15981", gain=_ANYBODY),
    _row("value_garbage", "A forgery about Bob, both SignatureValues five bytes long", "M c n", "CVE-2026-15981",
         gain=_ANYBODY, mend="What cannot be decoded is no signature: an error while verifying must refuse."),
    _row("value_zero", "A forgery about Bob, both SignatureValues r = s = 0", "M c n", "CVE-2022-21449",
         gain=_ANYBODY, mend="Update the library that verifies ECDSA: r and s must not be zero."),
    _row("der", "Both SignatureValues in DER instead of r and s one after the other", "S l h", "D6.4.3"),
    _row("sha1_method", "Both signed by the hub with ecdsa-sha1", "M m h", "profile", must=musts.ALGORITHMS,
         mend="Allow ECDSA-SHA256 and RSA-SHA256 alone."),
    _row("sha1_digest", "Both signed by the hub over a SHA-1 digest", "M m h", "profile", must=musts.ALGORITHMS,
         mend="Allow SHA-256 digests alone."),
    _row("hmac_pem", "A forgery about Bob, both with an HMAC keyed with the hub's certificate as PEM", "M c n",
         "CVE-2026-15013", gain=_ANYBODY, mend="Fix the algorithm to the key's kind; refuse HMAC."),
    _row("hmac_der", "A forgery about Bob, both with an HMAC keyed with the hub's public key as DER", "M c n",
         "CVE-2026-15013", gain=_ANYBODY, mend="Fix the algorithm to the key's kind; refuse HMAC."),
    _row("hmac_short", "A forgery about Bob, both with an HMAC of eight bits", "M c n",
         "CVE-2026-15013 CVE-2009-0217", gain=_ANYBODY, mend="Fix the algorithm to the key's kind; refuse HMAC."),
    _row("c14n_unknown", "A forgery about Bob; both name a canonicalization that nobody knows, with the good value",
         "M c n", "CVE-2013-2172", gain=_ANYBODY, mend="Allow exclusive canonicalization alone."),
)  # fmt: skip
