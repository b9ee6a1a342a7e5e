"""A page from which a request goes out, so that a browser takes it for what it is: sent by that page's site."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from playwright.async_api import Request

from ..visitor.page import Form

_PAGE = '<!doctype html><meta charset="utf-8"><title>check</title>{content}<script>{script}</script>'
_SEND = "HTMLFormElement.prototype.submit.call(document.forms[0])"
_FOLLOW = "document.links[0].click()"


@dataclass
class Stage:
    """Such a page, and how far it has come.

    Attributes:
        form: that it sends.
        initiator: the address that it stands at.
        headers: that go with the form alone.
        page: the request for the page, once the browser asked for it.
        left: set when the form goes out.
    """

    form: Form
    initiator: str
    headers: Mapping[str, str]
    page: Request | None = None
    left: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def content(self) -> str:
        """HTML that sends the form, or follows the link, as soon as it is there."""
        if self.form.method == "GET":
            return _PAGE.format(content=f'<a href="{escape(self.form.address)}">on</a>', script=_FOLLOW)
        fields = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in self.form.fields
        )
        content = f'<form method="post" action="{escape(self.form.action)}">{fields}</form>'
        return _PAGE.format(content=content, script=_SEND)
