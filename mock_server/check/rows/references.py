"""Signatures that cover something else than they seem to: references, transforms, second values."""

from .. import musts
from .signature import SIGNED_OR_NOT, signature
from .writing import Answer, Layer, Need, Reach, Variant

_row = signature.row
_R, _A = Layer.RESPONSE, Layer.ARTIFACT_RESPONSE
_ONE = "Require one Reference, to the ID of the very element that you read; refuse the rest before verifying."
_PLAIN = "Allow two transforms: enveloped-signature and exclusive canonicalization."
_PARTS = "Allow in a signature only what the schema names, each once; read nothing from it but by its full path."

ROWS: tuple[Answer, ...] = (
    _row("xpath_cuts", "The Response's signature leaves the assertion out by XPath; it is a forgery about Bob",
         "M c h", "C5.4.4 |vector of samael|", layer=_R, must=musts.NOTHING_EXCLUDED, mend=_PLAIN),
    _row("xslt", "The ArtifactResponse's signature has an XSLT transform", "M c n",
         "CVE-2022-47966 |pysaml2 #1035|", layer=_A, mend=_PLAIN, gain="code of the attacker's runs in the provider",
         variants=(Variant("loop", "that does not end"), Variant("document", "that fetches from the listener")),
         needs=(Need.LISTENER,), may_block=True),
    _row("ref_none", "Both signatures have no Reference", "M h h", "C5.4.2", must=musts.ONE_REFERENCE, mend=_ONE),
    _row("ref_empty", "Both signatures refer to the whole document, whatever it is", "M h h", "C5.4.2",
         must=musts.ONE_REFERENCE, mend=_ONE),
    _row("ref_noattr", "The Reference of both signatures has no URI", "M h h", "C5.4.2", must=musts.ONE_REFERENCE,
         mend=_ONE),
    _row("ref_other", "The Response's signature covers its Status; the assertion is a forgery about Bob", "M c h",
         "C5.4.2", layer=_R, must=musts.ONE_REFERENCE, mend=_ONE),
    _row("ref_two", "Both signatures have a second Reference beside the right one", "M h h", "C5.4.2 CVE-2026-33487",
         must=musts.ONE_REFERENCE, mend=_ONE),
    _row("ref_external", "The ArtifactResponse's signature refers to something outside", "M h n", "|pysaml2 #510|",
         layer=_A, must=musts.ONE_REFERENCE, mend=_ONE, needs=(Need.LISTENER,),
         gain="the provider fetches what an attacker names",
         variants=(Variant("http", "the listener"), Variant("file", "a file"))),
    _row("ref_xpointer", "The Response's ID reads like a position, by which its signature covers the Status alone; the "
         "assertion is a forgery about Bob", "M c n", "|vector of samael|", layer=_R,
         must=musts.ONE_REFERENCE, mend=_ONE,
         variants=(Variant("", "signed by the hub, so that the check itself is proved", Reach.HUB),)),
    _row("manifest", "The Response's signature covers a Manifest whose digests are wrong; the assertion is a forgery "
         "about Bob", "M c h", "D5.1", layer=_R, must=musts.ONE_REFERENCE, mend=_ONE),
    _row("signedinfo_two", "The Response's signature has the good answer's SignedInfo, and one of a forgery about Bob",
         "M c n", "CVE-2025-29774 CVE-2019-3465", layer=_R, mend=_PARTS, variants=SIGNED_OR_NOT),
    _row("digest_comment", "A comment in DigestValue holds the digest of the forgery about Bob that stands there",
         "M c n", "CVE-2025-29775", layer=_R, mend="Drop comments when you parse, or refuse them in a signature.",
         variants=SIGNED_OR_NOT),
    _row("digest_elsewhere", "A DigestValue of the forgery about Bob stands in StatusDetail, before the real one",
         "M c n", "CVE-2024-45409", layer=_R, mend=_PARTS, variants=SIGNED_OR_NOT),
    _row("two_children", "The Response, a forgery about Bob, has a stranger's signature and the good answer's", "M c n",
         "C5.4.1", layer=_R, mend="Require exactly one signature on each of the two messages.", variants=SIGNED_OR_NOT),
    _row("decoy_repeats", "A second signature repeats the good value and holds a Response that is a forgery about Bob",
         "M c n", "|OneUptime #2981|", layer=_R, mend="Require exactly one signature on each of the two messages.",
         variants=SIGNED_OR_NOT),
    _row("retrieval", "Both are signed with a stranger's key, which KeyInfo says is to be fetched from the listener",
         "M h n", "CVE-2021-40690", needs=(Need.LISTENER,), gain="the provider fetches what an attacker names",
         mend="Take keys from the hub's metadata; never follow what KeyInfo names.", variants="method reference"),
    _row("many_transforms", "The ArtifactResponse's signature has 5,000 transforms", "S m n", "|Santuario allows 5|",
         layer=_A, mend=_PLAIN, gain="the provider is kept busy by one message", may_block=True),
)  # fmt: skip
