"""Values of options and environment variables: read strictly, refused with what to write instead."""

import re
import ssl
from argparse import ArgumentTypeError
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

Value = TypeVar("Value")

GRADING_VARIABLE = "PRZEPUSTKA_GRADING"
"""Names a folder: of what a mock alters while somebody's own tests are graded, and of what it saw."""

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_HOST = re.compile(r"[a-z0-9._-]+")
_ENDS_IN_A_NUMBER = re.compile(r"(^|\.)(0x[0-9a-f]*|\d+)\.?$")
"""What browsers take for an IPv4 address, whatever its spelling (WHATWG URL)."""
_TOKEN = re.compile(r"[!-~]+")


class ValueRefused(ValueError, ArgumentTypeError):
    """This value could not work; the message says what to write."""


def given_by(variable: str, read: Callable[[str], Value]) -> Callable[[str], Value]:
    """Read the value of an option whose default is that of an environment variable, and name both in a refusal."""

    def read_either(text: str) -> Value:
        try:
            return read(text)
        except ValueRefused as refused:
            raise ValueRefused(f"{refused} (here or in {variable})") from refused

    return read_either


def port(text: str) -> int:
    """A port to listen on."""
    if text.isascii() and text.isdecimal() and int(text) <= 65535:
        return int(text)
    raise ValueRefused(f"{text!r} is no port: give a number from 1 to 65535, or 0 for any free one")


def host(text: str) -> str:
    """An address or a name of a machine, in small letters, without brackets and the dot that may end a full name."""
    bare = text.removeprefix("[").removesuffix("]").removesuffix(".").lower()
    if not _HOST.fullmatch(bare) and not _is_ip(bare):
        raise ValueRefused(
            f"{text!r} is no host: give a name, or an address such as 127.0.0.1 or ::1, and no scheme or port with it"
        )
    return bare


def public_url(text: str) -> str:
    """The address that browsers see: http or https, a host name and maybe a port.

    Raises:
        ValueRefused: it is anything else.
    """
    whole = bare_address(text, "http://localhost:9000")
    name = whole.hostname or ""
    if _is_ip(name) or _ENDS_IN_A_NUMBER.search(name):
        raise ValueRefused(
            f"{text}: every site is a name below this one, as in login.NAME, and no name is below an IP address: "
            "give a host name, and let it and all below it lead here (DNS, or the hosts file of those who look)"
        )
    if not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise ValueRefused(f"{text}: {name!r} is no host name: use letters, digits and hyphens between the dots")
    return text.rstrip("/")


def mock_url(text: str) -> str:
    """The bare host of a mock that runs.

    Raises:
        ValueRefused: it is anything else.
    """
    bare_address(text, "http://127.0.0.1:8000")
    return text.rstrip("/")


def bare_address(text: str, example: str) -> SplitResult:
    """Scheme, host and maybe port, and nothing more.

    Args:
        text: the address.
        example: of one that is right, for the message.

    Raises:
        ValueRefused: it is anything else.
    """
    try:
        parts = urlsplit(text)
        fits = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        fits = False
    if not fits or re.search(r"[\s\\\x00-\x1f]", text):
        raise ValueRefused(f"{text}: write it whole, as in {example}")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None:
        raise ValueRefused(f"{text}: write only scheme, host and port, as in {example}")
    return parts


def token(text: str) -> str:
    """What goes into an Authorization header; an empty one counts as none."""
    if text and not _TOKEN.fullmatch(text):
        raise ValueRefused("a token has no blanks and no letters beyond ASCII: no header could carry them")
    return text


def folder(text: str) -> Path:
    """A folder, there or to be made."""
    path = Path(text)
    if not text or (path.exists() and not path.is_dir()):
        raise ValueRefused(f"{text!r} is no folder: name one, there or to be made")
    return path


def ca_file(text: str) -> str:
    """A file that holds the certificate of an authority."""
    try:
        ssl.create_default_context(cafile=text)
    except OSError as error:
        why = error.strerror or error
        raise ValueRefused(
            f"{text!r} holds no authority ({why}): name the ca.pem in the mock's folder of keys"
        ) from error
    return text


def _is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
