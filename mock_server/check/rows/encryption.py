"""The encrypted assertion."""

from .. import musts
from .writing import Answer, Duty, Family, Layer, Need, Reach, Variant, Verdict

_encryption = Family(
    "enc",
    Layer.ENCRYPTED,
    musts.ENCRYPTED,
    "Decrypt after both signatures hold, by the algorithms of the profile alone; an error while decrypting refuses.",
)
_row = _encryption.row
_READS = "an attacker learns what is encrypted, or changes it unseen"
_STRICT = "Parse the plaintext as a document of its own, with the same hard parser, and require one Assertion."
_BEGUN = "the provider fetches or reads what an attacker names"

ROWS: tuple[Answer, ...] = (
    _row("plain", "The assertion stands in clear, in a Response that is signed", "S m h", "profile",
         layer=Layer.RESPONSE, gain="whoever sits on the back channel reads it", mend="Take EncryptedAssertion alone."),
    _row("other_key", "Encrypted for another provider's key", "M m h", "|no known hole|"),
    _row("party_u", "The key is agreed with another hub", "S m h", "|SP800-56A|"),
    _row("party_v", "The key is agreed with another provider", "S m h", "|SP800-56A|"),
    _row("kdf_missing", "PartyUInfo and PartyVInfo are missing", "S l h", "X5.4.1"),
    _row("off_curve", "The ephemeral point is none", "M h n", "|SP800-56A 5.6.2.3|", reach=Reach.HUB,
         gain="the provider's private key, bit by bit", mend="Update the library: a point must be checked.",
         variants=(Variant("near", "not on the curve"), Variant("infinity", "at infinity"),
                   Variant("other_curve", "of P-384, under P-256's name"))),
    _row("wrap_broken", "The integrity block of the wrapped key is wrong", "M h h", "|RFC 3394|", gain=_READS),
    _row("tag_flip", "The GCM tag is altered", "M h h", "X5.2.4", gain=_READS),
    _row("tag_short", "The GCM tag is cut", "M c h", "CVE-2026-32313 CVE-2025-24015", gain=_READS,
         mend="Require all 16 bytes of the tag.",
         variants=tuple(Variant(str(count), f"to {count} bytes") for count in (12, 8, 4, 0))),
    _row("cbc", "aes256-cbc instead of GCM", "S m h", "|Jager 2011|", gain=_READS),
    _row("rsa", "The content key is not wrapped as the profile says", "S m h", "profile", gain=_READS,
         variants=(Variant("oaep", "RSA-OAEP"), Variant("pkcs1", "RSA-1.5"), Variant("kw128", "kw-aes128"))),
    _row("oracle", "Stale, with something broken in the cipher", "M h n", "|saml-core 6.2 (errata E93)|",
         duty=Duty.EITHER, must="", verdict=Verdict.SAME_ANSWER, gain=_READS,
         mend="Verify the signatures first; tell every failure alike.",
         variants=(Variant("point", "the point"), Variant("key", "the wrapped key"), Variant("content", "the content"),
                   Variant("tag", "the tag"))),
    _row("cipher_reference", "The cipher is to be fetched", "M h n", "X3.3.1", gain=_BEGUN, reach=Reach.HUB,
         needs=(Need.LISTENER,), mend="Take CipherValue alone.",
         variants=(Variant("http", "from the listener"), Variant("file", "from a file"))),
    _row("inner_dtd", "The plaintext is more than an assertion", "M h h", "CVE-2013-6440", gain=_BEGUN, mend=_STRICT,
         needs=(Need.LISTENER,),
         variants=(Variant("entity", "it has a document type with an entity"), Variant("fetch", "whose entity is to be "
                   "fetched from the listener"), Variant("include", "it includes what the listener sends"))),
    _row("two_roots", "The plaintext is Ann's assertion, and then Bob's", "M c h", "C2.3.4 X4.4", mend=_STRICT,
         gain="somebody else's account"),
    _row("other_root", "The plaintext is no assertion", "M m h", "C2.3.4", mend=_STRICT,
         variants=(Variant("response", "but a Response"), Variant("namespace", "in another namespace"))),
    _row("nested", "An encrypted assertion inside the encrypted assertion", "M m h", "CVE-2026-33116", mend=_STRICT,
         gain="the provider stops working", may_block=True,
         variants=(Variant("once"), Variant("deep", "fifteen times"), Variant("cycle", "a key that needs itself"))),
    _row("bomb", "A plaintext of 7 MB", "S m h", "|no known hole|", gain="the provider stops working", may_block=True),
)  # fmt: skip
