"""What the journal and the log hide: PESEL, codes, secrets, and what a message says of a person."""

import re

HIDDEN = "[hidden]"
_NUMBERS = re.compile(
    r"""(?x) \d (?<!\d\d) (?:
        \d{10,}                                                 # a PESEL, or a longer number that may hold one
        | \d{7} (?!\d)                                          # a card's code
        | (?! \d{3}-\d\d-\d\d (?!\d)) (?:[\s-]?\d){10} (?!\d)   # a PESEL in groups; a date does not begin one
    )"""
)
_SECRET_FIELDS = re.compile(
    r"(?i)pass|pin|puk|can\b|code|secret|token|cookie|number|artifact|samlart|scan"
    r"|has[lł]o|kod|pesel|imi[eę]|nazwisko|(given|family).?name|name.?id|phone|telefon|mail|birth"
)
_PERSONAL = r"""
    (?:[^\s<>/:]++:)? (?P<name>AttributeValue|Artifact) (?=[\s/>]|\Z)
    (?P<whole> (?: \s++ [^\s=<>"'/]++ \s*+ = \s*+ (?: "[^"<]*+" | '[^'<]*+' ) )*+ \s*+ (?P<empty>/)? > )?
"""
"""Of a tag: an element of a SAML message that tells of a person, or what stands for that."""
_START = re.compile(rf"(?x) < (?=[^\s<>/!?]) {_PERSONAL}")
_INSIDE = re.compile(rf"(?x) < (?=[^\s<>]) (?: [!?] | (?P<end>/)? {_PERSONAL} )")
"""Also what is no tag: a comment, CDATA and the like."""


def is_secret(field: str) -> bool:
    """Whether a field of this name holds a secret or tells of a person."""
    return _SECRET_FIELDS.search(field) is not None


def redacted(text: str) -> str:
    """The text without numbers that may identify somebody, and without what XML in it says of a person."""
    return without_numbers(without_personal_data(text))


def without_numbers(text: str) -> str:
    """The text without what may be a PESEL, a code or a card's number."""
    return _NUMBERS.sub(HIDDEN, text)


def without_personal_data(text: str) -> str:
    """XML without names, birth dates, PESEL and artifacts; any other text as it is.

    It goes through the text once. Where it cannot be sure where an element ends (a comment or the like stands in it,
    or it has no end), all the rest is hidden.
    """
    told, shown_from, position = [], 0, 0
    while start := _START.search(text, position):
        position = start.end()
        if not start["empty"]:
            told += [text[shown_from:position], "" if start["whole"] else " ", HIDDEN]
            shown_from = position = _end_of(start["name"], text, position)
    return "".join(told) + text[shown_from:]


def _end_of(name: str, text: str, position: int) -> int:
    """Where the end tag of the element begins whose content begins at this position."""
    depth = 1
    for tag in _INSIDE.finditer(text, position):
        if not tag["name"]:
            break
        if tag["name"] == name and not tag["empty"]:
            depth += 1 if not tag["end"] else -1 if tag["whole"] else 0
        if not depth:
            return tag.start()
    return len(text)
