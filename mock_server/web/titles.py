"""The title of a page that tells an error says so first: a reader speaks it before the page, a tab shows only that."""

import re

from ..kernel.rules import seam
from ..kernel.translation import Text, say

_ERROR = Text("Błąd:")
_TOLD = re.compile(r'\s(role="alert"|aria-invalid="true")')


@seam
def tells_an_error(status: int, source: str) -> bool:
    """Whether a page refuses what was asked, or tells a problem, be it of a field or of none.

    A notice (``role="status"``) is none: it tells what came of something that is over.
    """
    return status >= 400 or _TOLD.search(source) is not None


def titled(status: int, source: str) -> str:
    """The page with “Błąd:” in its title, if it tells one."""
    if not tells_an_error(status, source):
        return source
    return source.replace("<title>", f"<title>{say(_ERROR)} ", 1)
