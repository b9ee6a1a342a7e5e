"""What a request carries: read before anything is decided, and never more than a little of it."""

from collections.abc import AsyncGenerator
from urllib.parse import parse_qsl

from python_multipart.multipart import parse_options_header
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from ..kernel.translation import Text
from .refusal import Refused

BODY_LIMIT = 1024 * 1024
"""Bytes of a request's body. The largest SAML message has 256 KiB, a third more in a form."""
_MOST_FIELDS = 1000
_URLENCODED, _MULTIPART = b"application/x-www-form-urlencoded", b"multipart/form-data"
_UTF8 = {b"utf-8", b"utf8"}
"""Any other name would be one of Python's codecs, of which some take for ever and some give no text."""


async def read_body(request: Request) -> bytes:
    """The body; of one over the limit only the beginning, a little longer than the limit.

    Raises:
        ClientDisconnect: the client left before it had sent everything.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if is_too_large(body):
            break
    return bytes(body)


def is_too_large(body: bytes | bytearray) -> bool:
    """Whether a body is over the limit."""
    return len(body) > BODY_LIMIT


def announces_too_much(request: Request) -> bool:
    """Whether a client says beforehand that its body is over the limit; curl then waits to be told."""
    announced = request.headers.get("content-length", "")
    return announced.isdigit() and int(announced) > BODY_LIMIT


async def read_form(request: Request, body: bytes) -> dict[str, str]:
    """The fields of a form by name, the last of each; files are left out. Empty where the body is no form.

    Raises:
        Refused: 400, this cannot be read as the form that it says it is.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if options.get(b"charset", b"utf-8").lower() not in _UTF8:
        raise Refused(400, Text("Nie możemy odczytać formularza"), Text("Wyślij go w UTF-8."))
    try:
        if kind == _URLENCODED:
            text = body.decode("utf-8", "replace")
            return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
        if kind == _MULTIPART:
            _require_end(body, options.get(b"boundary", b""))
            return await _read_parts(request, body)
    except (MultiPartException, ValueError) as error:
        raise Refused(
            400,
            Text("Nie możemy odczytać formularza"),
            Text("Wyślij go jeszcze raz, w całości i z najwyżej {fields} polami.", fields=_MOST_FIELDS),
        ) from error
    return {}


def too_large() -> Refused:
    """The body is over the limit."""
    return Refused(413, Text("Formularz jest za duży"), Text("Wyślij najwyżej {size} kB.", size=BODY_LIMIT // 1024))


def _require_end(body: bytes, boundary: bytes) -> None:
    """Refuse parts that were cut short (RFC 2046, 5.1.1): the parser takes what came and leaves its file open.

    Raises:
        ValueError: the closing delimiter is missing.
    """
    if b"\r\n--%b--" % boundary not in b"\r\n" + body:
        raise ValueError("the closing delimiter is missing")


async def _read_parts(request: Request, body: bytes) -> dict[str, str]:
    async def whole() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(request.headers, whole(), max_files=_MOST_FIELDS, max_fields=_MOST_FIELDS)
    form = await parser.parse()
    await form.close()
    return {name: value for name, value in form.items() if isinstance(value, str)}
