"""Which of two pages a third is built like: texts, tokens and names may differ."""

import json
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from ..visitor.page import Page

_MOST = 600
"""Elements that are compared; comparing costs their square."""
_DEPTH = 6


def frame_of(page: Page) -> tuple[str, ...]:
    """What a page is built of: status, where it is, and its elements without what they say."""
    path = urlsplit(page.address).path
    if page.tree is not None:
        tags = (f"{one.tag}#{one.get('id', '')}.{one.get('class', '')}" for one in page.tree.iter() if _is_tag(one))
        return (str(page.answered.status), path, *list(tags)[:_MOST])
    try:
        value = json.loads(page.answered.text)
    except (ValueError, RecursionError):
        return (str(page.answered.status), path, page.answered.header("content-type"))
    return (str(page.answered.status), path, *_keys(value, "", 0)[:_MOST])


def _is_tag(node: object) -> bool:
    return isinstance(getattr(node, "tag", None), str)


def _keys(value: object, above: str, depth: int) -> list[str]:
    if depth == _DEPTH or not isinstance(value, dict):
        return [f"{above}:{type(value).__name__}"]
    return [key for name, part in value.items() for key in _keys(part, f"{above}/{name}", depth + 1)]


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """From 0 to 1, which is the same."""
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
