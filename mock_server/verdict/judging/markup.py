"""Whether something that was sent takes effect on a page, in place of being shown."""

from collections.abc import Iterable

from ..visitor.fetching import Answered

_SHORTEST = 4


def taking_effect(sent: Iterable[str], pages: Iterable[Answered]) -> str | None:
    """What was sent as text and stands on a page as markup; None where nothing does.

    Args:
        sent: values of the answer.
        pages: of the service.
    """
    risky = [value for value in sent if "<" in value and ">" in value and len(value) >= _SHORTEST]
    html = [page.text for page in pages if "html" in page.header("content-type").lower()]
    return next((value for value in risky for text in html if value in text), None)
