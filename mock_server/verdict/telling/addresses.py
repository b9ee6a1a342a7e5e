"""Where more is told of an answer."""

_PAGES = "docs/check"


def page_of(answer: str) -> str:
    """The page of an answer, in this project's docs."""
    return f"{_PAGES}/{answer}.md"
