"""Documents that people hand in: in whatever encoding they say they are, and whatever stands before their root."""

import codecs
import re

from .errors import SamlRefused, quoted

_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UNMARKED = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_OF_DOCUMENTS = re.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d", re.IGNORECASE)
"""Any other name could be one of Python's codecs, of which some take for ever and some give no text."""
_PROLOG = re.compile(r"\ufeff?\s*(<\?xml\s[^>]*\?>)?\s*")


def in_utf8(document: bytes | str) -> bytes:
    """A document in UTF-8, from its first element or comment on.

    Bytes say their own encoding. Text is text already: what a declaration in it says of an encoding was true of some
    file that it came from. White space before the declaration, which XML forbids and editors leave, is dropped.

    Raises:
        SamlRefused: ``malformed``, the encoding is unknown or the bytes are not in it.
    """
    text = document if isinstance(document, str) else _decoded(document)
    try:
        return _PROLOG.sub("", text, count=1).encode()
    except UnicodeError:
        raise SamlRefused("malformed", "the document holds half of a character: save it in UTF-8") from None


def _decoded(document: bytes) -> str:
    encoding = _encoding_of(document)
    try:
        return document.decode(encoding)
    except (LookupError, UnicodeError):
        raise SamlRefused(
            "malformed", f"the document cannot be read as {quoted(encoding)}, its encoding: save it in UTF-8"
        ) from None


def _encoding_of(document: bytes) -> str:
    """By its first bytes, else as it declares itself.

    What begins in single bytes is no UTF-16, even if it says so: .NET's StringWriter declares utf-16 whatever the text
    is saved in later.
    """
    for beginnings in (_BYTE_ORDER_MARKS, _UNMARKED):
        for beginning, encoding in beginnings.items():
            if document.startswith(beginning):
                return encoding
    found = _DECLARED.match(document)
    declared = found[1].decode("ascii", "replace") if found else "utf-8"
    if declared.lower().startswith("utf-16"):
        return "utf-8"
    if not _OF_DOCUMENTS.fullmatch(declared):
        raise SamlRefused("malformed", f"{quoted(declared)} is no encoding of XML that is read here: save it in UTF-8")
    return declared
