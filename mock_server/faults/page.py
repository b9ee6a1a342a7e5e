"""Changing a page on its way out: what a planted fault in a stylesheet or a script would do."""

from collections.abc import Callable

from starlette.responses import Response


def rewritten(old: str, new: str) -> Callable[[Response], None]:
    """Every page of the site has this text instead of that; scripts and styles written into it work."""

    def change(response: Response) -> None:
        if response.media_type != "text/html":
            return
        response.body = bytes(response.body).replace(old.encode(), new.encode())
        response.headers["content-length"] = str(len(response.body))
        response.headers["content-security-policy"] = "default-src 'self' 'unsafe-inline'; img-src 'self' data:"

    return change


def restyled(css: str) -> Callable[[Response], None]:
    """Every page of the site obeys this stylesheet last."""
    return rewritten("</head>", f"<style>{css}</style></head>")
