"""Changing what a browser is given on its way out, as somebody who edits the page, the stylesheet or the script would.

Whatever else the answer says stays: its policy, above all, which such an editor has no reason to touch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import FileResponse, Response

Change = Callable[[Response], Response | None]
"""What is sent in the response's place; None sends it, changed or not."""
_SPARE = "camera.js"
"""A script of the house that a page asks for if it has none of its own."""


def rewritten(old: str, new: str) -> Change:
    """Every page of the site has this text instead of that."""

    def change(response: Response) -> None:
        if response.media_type == "text/html":
            response.body = bytes(response.body).replace(old.encode(), new.encode())
            response.headers["content-length"] = str(len(response.body))

    return change


def restyled(css: str) -> Change:
    """Every page of the site obeys this stylesheet last: each of its stylesheets ends with it."""
    return _edited("text/css", lambda _, content: f"{content}\n{css}")


def script_begins(code: str) -> Change:
    """Every script of the site begins with this."""
    return _edited("text/javascript", lambda _, content: f"{code}\n{content}")


@dataclass(frozen=True)
class ScriptChanged:
    """The script of this name has this text instead of that."""

    name: str
    old: str
    new: str

    def __call__(self, response: Response) -> Response | None:
        """Send the script so; None for whatever else is answered."""
        return _edited("text/javascript", self._edit)(response)

    def _edit(self, file: str, content: str) -> str:
        return content.replace(self.old, self.new) if file == self.name else content


def scripted(code: str) -> Change:
    """Every page of the site runs one more script at its end."""
    ask = rewritten("</body>", f'<script src="/static/{_SPARE}"></script></body>')
    answer = _edited("text/javascript", lambda file, content: code if file == _SPARE else content)
    return lambda response: answer(response) or ask(response)


def _edited(kind: str, edit: Callable[[str, str], str]) -> Change:
    """Send each file of a kind as edited, given its name and its content."""

    def change(response: Response) -> Response | None:
        if response.media_type != kind:
            return None
        if isinstance(response, FileResponse):
            file = Path(response.path)
            return Response(edit(file.name, file.read_text("utf-8")), media_type=kind)
        return Response(edit("", bytes(response.body).decode()), media_type=kind, headers=_kept(response))

    return change


def _kept(response: Response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name not in {"content-length", "content-type"}}
