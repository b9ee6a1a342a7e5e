"""What every answer of the server forbids a browser, be it a page, a file, data or an error."""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

_FORBIDDEN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
}


def guarded(send: Send) -> Send:
    """Send each answer with the security headers that it does not bring itself (ASGI)."""

    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _FORBIDDEN.items():
                headers.setdefault(name, value)
        await send(message)

    return send_guarded
