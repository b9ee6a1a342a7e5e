"""Whole pages made by hand, and what an oracle says of a story that was served them."""

from collections.abc import Callable, Iterable

from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched
from tests.watching.answers import answer, watched


def page(main: str, title: str = "Konto – IKP", heading: str = "Konto", lang: str = "pl") -> str:
    """A page that is as it must be, around this."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n'
        f"<body>\n<main>\n<h1>{heading}</h1>\n{main}\n</main>\n</body>\n</html>"
    )


def served(source: str, address: str = "ikp/recepty", status: int = 200, kind: str | None = None) -> Answer:
    """What a site answers to a GET of this address."""
    site, _, path = address.partition("/")
    headers = {"content-type": kind} if kind else {}
    return answer(f"/{path}", site=site, status=status, headers=headers, body=source.encode("utf-8"))


def complaints(oracle: Callable[[Watched], Iterable[str]], answer: Answer) -> list[str]:
    """What an oracle says of a story that was answered so."""
    return list(oracle(watched(answer)))
