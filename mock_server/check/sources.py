"""The catalogue's short sources, written out.

``C5.4.2 P4.1.4.3 sp2 CVE-2024-45409`` is saml-core, saml-profiles, a case of spid-sp-test and a known hole. A section
that nobody has looked up says so, and so does a number that is only remembered: ``CVE-0000-0000(mem)``. Sections of
the SAML books are numbered as in the standard of 2005, without its errata.
"""

import re

_BOOKS = {
    "C": "saml-core",
    "P": "saml-profiles",
    "Bi": "saml-bindings",
    "D": "xmldsig-core1",
    "X": "xmlenc-core1",
    "AV": "ASVS 5.0",
    "sp": "SPID case",
}
_LOOKED_UP = re.findall(
    r"\S+",
    """
    C1.3.3 C1.3.4 C2.3.3 C2.3.4 C2.5.1.1 C2.5.1.2 C2.5.1.4 C2.5.1.5 C2.6 C2.7.2 C2.7.2.2 C2.7.3 C3.2.2 C3.2.2.2
    C3.2.2.3 C3.3.2.2.1 C3.4.1 C3.5.2 C3.5.3 C3.7.1 C3.7.3 C4.1.2 C5.4.1 C5.4.2 C5.4.4 C5.4.5 P4.1.4.2 P4.1.4.3
    P4.1.4.4 P4.1.4.5 P4.4.4.1 Bi3.2.3.3 Bi3.5 Bi3.6 Bi3.6.4 Bi3.6.5.2 D3.2 D4.3 D4.4.3.3 D4.5 D5.1 D6.4.3 X3.3.1
    X5.2.4 X5.4.1
    """,
)
"""Found in a copy of the text, or of its table of contents, under the heading that is meant."""
_WORDS = {
    "CS": "OWASP SAML Security Cheat Sheet",
    "profile": "login.gov.pl profile",
    "metadata": "the hub's metadata",
}
_SHORT = re.compile(r"(C|P|Bi|D|X|AV|sp)([0-9][0-9.]*)")


def sources(short: str) -> str:
    """The sources of a row; what stands between ``|`` is written out already."""
    pieces = re.findall(r"\|[^|]+\||\S+", short)
    return "; ".join(piece.strip("|") if piece.startswith("|") else _one(piece) for piece in pieces)


def _one(piece: str) -> str:
    bare, remembered = piece.removesuffix("(mem)"), piece.endswith("(mem)")
    found = _SHORT.fullmatch(bare)
    text = f"{_BOOKS[found[1]]} {found[2]}" if found else _WORDS.get(bare, bare)
    is_section = found is not None and found[1] in {"C", "P", "Bi", "D", "X"}
    by_heart = remembered or (is_section and bare not in _LOOKED_UP)
    return f"{text} (from memory)" if by_heart else text
