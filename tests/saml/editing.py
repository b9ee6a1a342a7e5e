"""Edits of a message, and what is told when the message that became of it is refused."""

from collections.abc import Callable

import pytest
from lxml import etree

from mock_server.saml import SamlRefused
from mock_server.saml.xml import Element
from tests.saml.scene import Edit, find, parsed


def refusal(act: Callable[[], object]) -> SamlRefused:
    with pytest.raises(SamlRefused) as refused:
        act()
    return refused.value


def malformed(act: Callable[[], object]) -> str:
    refused = refusal(act)
    assert refused.code == "malformed"
    return refused.detail


def gone(path: str) -> Edit:
    def edit(message: Element) -> None:
        found = find(message, path)
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    return edit


def twice(path: str) -> Edit:
    def edit(message: Element) -> None:
        found = find(message, path)
        found.addnext(parsed(etree.tostring(found, with_tail=False)))

    return edit


def text(path: str, value: str) -> Edit:
    def edit(message: Element) -> None:
        find(message, path).text = value

    return edit


def inside(path: str) -> Edit:
    def edit(message: Element) -> None:
        etree.SubElement(find(message, path), "inner")

    return edit


def noted(asked: list[str]) -> Callable[[str], bool]:
    """Has seen nothing before, and notes what it was asked."""

    def seen_before(message_id: str) -> bool:
        asked.append(message_id)
        return False

    return seen_before
