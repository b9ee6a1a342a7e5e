"""From a service's page to the hub: which button or link a person would take who wants to log in."""

import re

from .asked import Asked, read_asked
from .page import Form, Page
from .trouble import Kind, Trouble
from .visitor import Visitor

_LIKELY = (
    re.compile(r"login\.gov\.pl|w[ęe]ze[łl]\s+krajowy|profil\w*\s+zaufan", re.IGNORECASE),
    re.compile(r"zalog|log\s*[io]n|logow|sign\s*in|saml|sso", re.IGNORECASE),
)
_OUT = re.compile(r"wylog|log\s*out|sign\s*out", re.IGNORECASE)
_STEPS = 6
"""Pages between the first one and the hub."""


async def ask_hub(visitor: Visitor, start: str, clicks: tuple[str, ...] = ()) -> Asked:
    """Go from where a login begins to the form that leads to the hub.

    Args:
        visitor: who goes.
        start: where the login begins.
        clicks: what the buttons and links on the way say, in order; guessed where none is named.

    Raises:
        Trouble: the way does not lead to the hub.
    """
    page = await visitor.open(start)
    for step in range(_STEPS):
        request = next((form for form in page.forms if form.has("SAMLRequest")), None)
        if request is not None:
            return read_asked(request, page)
        if visitor.fetcher.reach.is_hub(page.address):
            raise Trouble(Kind.NO_WAY_ON, f"the hub was not asked by a posted form: {_seen(page)}")
        chosen = page.saying(clicks[step]) if step < len(clicks) else _likely(page)
        if chosen is None:
            named = f" that says {clicks[step]!r}" if step < len(clicks) else " to log in by"
            raise Trouble(Kind.NO_WAY_ON, f"no button or link{named} is on {_seen(page)}; name it with --click TEXT")
        page = await visitor.send(chosen)
    raise Trouble(Kind.NO_WAY_ON, f"after {_STEPS} pages there was no form to the hub; the last was {_seen(page)}")


def way_out(page: Page, text: str | None = None) -> Form | None:
    """The form or link that logs out: the one that says so, or the one with a text that was named."""
    if text is not None:
        return page.saying(text)
    return next((form for said, form in page.choices if _OUT.search(said)), None)


def _likely(page: Page) -> Form | None:
    choices = [(said, form) for said, form in page.choices if not _OUT.search(said)]
    return next((form for pattern in _LIKELY for said, form in choices if pattern.search(said)), None)


def _seen(page: Page) -> str:
    return f"{page.address.partition('?')[0][:120]} ({page.answered.status}: “{page.text[:80]}”)"
