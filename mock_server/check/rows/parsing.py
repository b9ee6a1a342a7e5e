"""What two parsers read in two ways."""

from .. import musts
from .writing import Answer, Duty, Family, Layer, Need, Variant, Verdict

_parsing = Family(
    "parse",
    Layer.RESPONSE,
    musts.VERIFY,
    "Use one parser, without document types, entities and XInclude, for what you verify and for what you read.",
)
_row = _parsing.row
_WHOLE = "Read all the text of an element; a comment or an instruction must not end it."
_S = Layer.SOAP
_NO_DTD = {"must": musts.NO_DTD, "layer": _S, "mend": "Refuse every message with a document type before you read it."}
_CUT = {"layer": Layer.ASSERTION, "verdict": Verdict.WHOLE_VALUE, "duty": Duty.EITHER, "must": "", "mend": _WHOLE,
        "gain": "who may choose a name or number gets the account of one that it begins with"}  # fmt: skip
_BEGUN = "the provider fetches or reads what an attacker names"

ROWS: tuple[Answer, ...] = (
    _row("comment_pesel", "A comment in the middle of the PESEL", "M h h", "CVE-2017-11427 CVE-2017-11428", **_CUT),
    _row("comment_issuer", "A comment in the middle of the assertion's Issuer", "M h h",
         "CVE-2017-11427 CVE-2017-11428",
         **_CUT),
    _row("comment_name", "A comment in the middle of the family name", "M h h", "CVE-2017-11427 CVE-2017-11428",
         **_CUT),
    _row("comment_stale", "A comment put into the Response's Issuer after signing: both signatures still hold", "M m n",
         "D4.4.3.3", **(_CUT | {"layer": Layer.RESPONSE})),
    _row("pi_pesel", "A processing instruction in the middle of the PESEL", "M h h",
         "|xml-crypto via OneUptime #2988|", **_CUT),
    _row("pi_stale", "A processing instruction put into the Response's Issuer after signing", "M h n",
         "|xml-crypto via OneUptime #2988|"),
    _row("dtd", "The envelope has a document type, and nothing else is changed", "M m n", "|SOAP 1.1, 3|", **_NO_DTD),
    _row("entity_internal", "The Response's Issuer is an entity of a document type", "M c n", "CVE-2024-52806 CS",
         **_NO_DTD),
    _row("entity_file", "The Response's Issuer is an entity: a file of the provider's machine", "M c n",
         "CVE-2024-52806 CS", gain=_BEGUN, **_NO_DTD),
    _row("entity_http", "The Response's Issuer is an entity that is to be fetched from the listener", "M c n",
         "CVE-2024-52806 CS", gain=_BEGUN, needs=(Need.LISTENER,), **_NO_DTD),
    _row("entity_bomb", "The Response's Issuer is an entity that unpacks to a billion letters", "M c n",
         "CVE-2024-52806 CS", gain="the provider stops working", may_block=True, **_NO_DTD),
    _row("entity_id", "A forged Response's ID is an entity that stands for the ID of the genuine one in its signature",
         "M c n", "CVE-2025-23369", **_NO_DTD),
    _row("attlist", "A document type says which attributes are IDs", "M h n", "CVE-2025-23369", **_NO_DTD,
         variants=(Variant("declares", "an attribute of the Response"), Variant("adds", "one that the Status lacks"))),
    _row("roundtrip", "A document type that reads otherwise once a library has written it again; then a forgery shows",
         "M c n", "CVE-2025-25291", **_NO_DTD),
    _row("ns_confusion", "A forgery about Bob; both stale signatures name their namespace with a character reference",
         "M c n", "CVE-2025-25292 CVE-2025-66567",
         mend="Verify and read with one parser; a missing signature refuses."),
    _row("attr_pollution", "A forged Response has ID and InResponseTo twice, once in another namespace", "M c n",
         "|Fragile Lock 2025|", mend="Read attributes by their full name: ID has no namespace."),
    _row("void_c14n", "A forgery about Bob that cannot be canonicalized; both digests are those of nothing", "M c h",
         "CVE-2025-66568 CVE-2025-66475 |GHSA-wx95|", mend="An error while canonicalizing must refuse."),
    _row("two_roots", "A second, forged envelope stands after the genuine one", "M c n",
         "CVE-2022-39299 CVE-2022-39353",
         layer=_S, mend="Refuse what is not one well-formed document."),
    _row("wrong_ns", "Right local names in another namespace", "M c h", "CS",
         variants=(Variant("response", "the Response's"), Variant("assertion", "the assertion's")),
         mend="Compare full names, namespace and local name."),
    _row("xinclude", "Something is to be included in the Response's Issuer", "M h n", "|no known hole|", gain=_BEGUN,
         needs=(Need.LISTENER,), variants=(Variant("http", "from the listener"), Variant("file", "from a file"))),
    _row("ill_formed", "This is no well-formed XML", "M m n", "|XML 1.0|", layer=_S,
         mend="Refuse what is not well-formed with a decent page.",
         variants=(Variant("cut", "half of it is missing"), Variant("nul", "U+0000"), Variant("utf8", "bytes that are "
                   "no UTF-8"), Variant("twice", "one attribute twice"))),
    _row("deep", "The Response is out of all proportion", "S m n", "|no known hole|", may_block=True,
         gain="the provider stops working", mend="Limit the size and the depth of what you parse.",
         variants=(Variant("elements", "100,000 nested elements"), Variant("attribute", "an attribute of 10 MB"))),
)  # fmt: skip
