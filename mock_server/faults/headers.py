"""Changes of a response's headers, for faults."""

from collections.abc import Callable

from starlette.responses import Response

SESSION = "__Host-session="


def each_session_cookie(edit: Callable[[str], str]) -> Callable[[Response], None]:
    """Edit the ``Set-Cookie`` header of the session."""

    def change(response: Response) -> None:
        response.raw_headers = [
            (name, edit(value.decode()).encode() if name == b"set-cookie" and _is_new_session(value) else value)
            for name, value in response.raw_headers
        ]

    return change


def header(name: str, value: str) -> Callable[[Response], None]:
    """Set a header."""

    def change(response: Response) -> None:
        response.headers[name] = value

    return change


def status(old: int, new: int) -> Callable[[Response], None]:
    """Answer with another status."""

    def change(response: Response) -> None:
        if response.status_code == old:
            response.status_code = new

    return change


def session_id_in_location(response: Response) -> None:
    """Carry the session's id in the address that the browser is sent to."""
    for cookie in response.headers.getlist("set-cookie"):
        if _is_new_session(cookie.encode()) and "location" in response.headers:
            response.headers["location"] += "?sesja=" + cookie.removeprefix(SESSION).partition(";")[0]


def _is_new_session(value: bytes) -> bool:
    return value.startswith(SESSION.encode()) and not value.startswith(f'{SESSION}""'.encode())
