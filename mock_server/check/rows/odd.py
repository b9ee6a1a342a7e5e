"""Odd, but right: what a provider must take, and some questions."""

from typing import Any

from .writing import Answer, BrowserLeg, Family, Layer, Need, Variant, Verdict

_odd = Family(
    "ok",
    Layer.ASSERTION,
    "",
    "Take it: a hub may well send it, and the standards allow it.",
)
_LOCKED_OUT = "people are locked out by an answer that is right"


def _row(name: str, change: str, source: str, *, marks: str = "A m h", **more: object) -> Answer:
    return _odd.row(name, change, marks, source, **({"gain": _LOCKED_OUT} | more))  # type: ignore[arg-type]


_AR, _R, _E, _B = Layer.BOTH, Layer.RESPONSE, Layer.ENCRYPTED, Layer.BROWSER
_WHERE = "messages assertion"
_LOGOUT: dict[str, Any] = {"layer": Layer.LOGOUT, "needs": (Need.LOGOUT,), "verdict": Verdict.ENDS}

ROWS: tuple[Answer, ...] = (
    _row("prefixes", "Namespaces are declared otherwise", "|XML Namespaces|", layer=_AR,
         variants=(Variant("other", "other prefixes"), Variant("default", "none in the assertion"),
                   Variant("leaf", "each element of the assertion declares its own"))),
    _row("pretty", "Indented before signing", "|Canonical XML|", layer=_AR, variants=_WHERE),
    _row("attr_order", "Attributes in another order", "|Canonical XML|", layer=_AR, variants=_WHERE),
    _row("cdata", "Values as CDATA", "|XML 1.0|"),
    _row("charrefs", "Values as character references", "|XML 1.0|"),
    _row("comment_between", "Comments between elements", "|XML 1.0|", layer=_AR, variants=_WHERE),
    _row("base64_lines", "Base64 with line breaks", "D4.3", layer=_AR),
    _row("no_inclusive", "Signatures without InclusiveNamespaces", "|Exclusive XML Canonicalization|", layer=_AR),
    _row("no_keyinfo", "Signatures without KeyInfo", "C5.4.5", layer=_AR),
    _row("sig_last_id", "The Response's ID has another length", "C1.3.4", layer=_R,
         variants=(Variant("short", "three letters"), Variant("long", "256 letters"))),
    _row("rsa_hub", "Signed with RSA-SHA256, where the hub's metadata names that key", "profile", layer=_AR,
         needs=(Need.ROLLOVER,)),
    _row("no_destination", "The Response's Destination is there, and ours; the real hub names none", "|real hub|",
         layer=_R),
    _row("issuer_format", "The assertion's Issuer has a Format", "P4.1.4.2 sp31"),
    _row("audiences", "More than one audience, or restriction", "C2.5.1.4",
         variants=(Variant("among", "ours among three of one restriction"), Variant("twice", "two that both name us"))),
    _row("two_confirmations", "A SubjectConfirmation holder-of-key stands before the right one", "P4.1.4.2"),
    _row("extra", "Something more that may be passed over", "C3.2.2 C2.5.1.5",
         variants=(Variant("extensions", "Extensions of the Response"), Variant("advice", "Advice"),
                   Variant("one_time", "OneTimeUse"), Variant("attribute", "a fifth attribute"))),
    _row("no_nameformat", "Attributes without NameFormat and FriendlyName", "sp109"),
    _row("authorities", "Another number of AuthenticatingAuthority", "C2.7.2.2", variants="three none"),
    _row("level_high", "The level is high, whatever was asked for", "|Comparison minimum|"),
    _row("fractions", "Instants with another number of digits after the second", "sp110", variants="none nine"),
    _row("skew_early", "Valid from a second before the edge of the skew", "|what the provider promises|"),
    _row("skew_late", "Valid until a second before the edge of the skew", "|what the provider promises|"),
    _row("status_message", "Success with a StatusMessage", "C3.2.2.3", layer=_R),
    _row("date_bare", "The date of birth without a zone", "profile"),
    _row("pesel_ages", "Somebody of another age", "|PESEL|",
         variants=(Variant("leading_zero", "whose PESEL begins with 0"), Variant("1800", "born in 1894"),
                   Variant("1900", "born in 1934"), Variant("2000", "born in 2004"), Variant("2100", "born in 2101"))),
    _row("names_long", "A family name of over a hundred letters", "|no known hole|"),
    _row("names_short", "A family name of one letter", "|no known hole|"),
    _row("names_marks", "A family name with an apostrophe, a hyphen and marks", "|no known hole|"),
    _row("names_nfd", "The same with each mark by itself (NFD): if it is taken, it must be the same name", "|Unicode|",
         marks="Q m h"),
    _row("cek_128", "A content key of 16 bytes under the name aes256-gcm", "|production node, seen 2021|", layer=_E),
    _row("kdf_octet", "The key derived without the first octet of each parameter, as xmlsec and Santuario do", "X5.4.1",
         marks="Q m h", layer=_E),
    _row("key_sibling", "EncryptedKey beside EncryptedData", "C2.3.4", layer=_E),
    _row("soap_header", "The envelope is sent otherwise", "|SOAP 1.1|", layer=Layer.SOAP,
         variants=(Variant("none", "without a Header"), Variant("charset", "with a charset in Content-Type"),
                   Variant("chunked", "in chunks"))),
    _row("utf16", "The envelope in UTF-16", "|XML 1.0|", marks="Q m h", layer=Layer.SOAP),
    _row("rollover_old", "Two keys are announced, the old one signs", "metadata", layer=_AR, needs=(Need.ROLLOVER,)),
    _row("rollover_both", "Two keys are announced, the new one signs", "metadata", layer=_AR, needs=(Need.ROLLOVER,)),
    _row("rollover_new", "The new key alone is announced, and signs", "metadata", layer=_AR, needs=(Need.ROLLOVER,)),
    _row("second_tab", "Two logins are begun in one browser, and both finished", "|no known hole|", layer=_B,
         marks="A m b", variants=(Variant("in_order", "in their order"), Variant("reversed", "the second one first")),
         legs=(("in_order", BrowserLeg(other="ann", posted=("other", "own"))),
               ("reversed", BrowserLeg(other="ann", posted=("own", "other"))))),
    _row("logout_index", "The hub ends one session, by its index", "C3.7.3", **_LOGOUT),
    _row("logout_all", "The hub ends every session of the person", "C3.7.3", **_LOGOUT),
)  # fmt: skip
