"""Headers that an answer cannot be sent without, be it a page, a file, data or an error."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

_DEVICES = ("camera", "geolocation", "microphone")


def permissions(*used: str) -> str:
    """The Permissions-Policy of a page that uses these devices, and no other."""
    return ", ".join(f"{device}=({'self' if device in used else ''})" for device in _DEVICES)


FORBIDDEN = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": permissions(),
        "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
    }
)
"""What every answer of the server forbids a browser."""


def guarded(send: Send, headers: Mapping[str, str] = FORBIDDEN) -> Send:
    """Send each answer with these headers, but for those that it brings itself (ASGI)."""

    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = MutableHeaders(scope=message)
            for name, value in headers.items():
                given.setdefault(name, value)
        await send(message)

    return send_guarded
