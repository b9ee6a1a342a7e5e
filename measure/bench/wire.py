"""HTTP as thin as it gets, so that a client on one core can keep a server on another busy."""

from dataclasses import dataclass
from http.client import HTTPConnection
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

_FORM = "application/x-www-form-urlencoded"


class UnexpectedAnswer(RuntimeError):
    """A server answered something else; the text begins with what it was."""


@dataclass(frozen=True)
class Answered:
    """An answer: its status, its ``Location`` (or ""), its body."""

    status: int
    location: str
    body: bytes

    def expect(self, status: int) -> Self:
        """This answer, if it has the status.

        Raises:
            UnexpectedAnswer: it has another.
        """
        if self.status != status:
            raise UnexpectedAnswer(f"{self.status} instead of {status}: {self.body[:500].decode(errors='replace')}")
        return self


class Wire:
    """One connection to a server on loopback that stays open."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._connection.close()

    def reopen(self) -> None:
        """Connect anew at the next request, since a server drops a connection that was quiet for a while."""
        self._connection.close()

    def send(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answered:
        """Send a request; ``content_type="…"`` becomes the header ``Content-Type``."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        self._connection.request(method, path, body, named)
        response = self._connection.getresponse()
        return Answered(response.status, response.headers.get("location", ""), response.read())

    def steer(self, method: str, path: str, body: str | None = None) -> Answered:
        """Ask the control API for a change; its path comes after ``/control``."""
        return self.send(method, f"/control{path}", body, content_type="application/json")

    def post_form(self, path: str, fields: dict[str, str], **headers: str) -> Answered:
        """Send a form."""
        return self.send("POST", path, urlencode(fields), content_type=_FORM, **headers)
