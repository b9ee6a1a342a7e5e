"""Refusals: what did not match, in words, and the SAML status a peer is told."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

from ..kernel.near import resembling
from .names import REQUEST_DENIED, REQUESTER, RESPONDER

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_QUOTE = 200


class SamlRefused(Exception):
    """A message was refused.

    Attributes:
        code: machine-readable, such as ``acs_unregistered``; stable across releases.
        detail: one English sentence saying what was expected and what came. It quotes addresses and names out
            of the message (escape it before showing it), never a person's data.
        status: the SAML status codes to answer with, outermost first (saml-core 3.2.2.2).
    """

    def __init__(self, code: str, detail: str, *status: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.status = status or (REQUESTER, REQUEST_DENIED)


class StatusNotSuccess(SamlRefused):
    """The peer answered with a status other than Success.

    Attributes:
        codes: the status codes it sent, outermost first.
        message: its StatusMessage, or None.
    """

    def __init__(self, codes: tuple[str, ...], message: str | None) -> None:
        names = " / ".join(code.rpartition(":")[2] for code in codes)
        super().__init__("status_not_success", f"the peer answered {names}: {quoted(message)}", *codes)
        self.codes = codes
        self.message = message


def fails_closed(check: Callable[P, R]) -> Callable[P, R]:
    """Make any unforeseen exception inside a check a refusal that tells nothing of the inside."""

    @wraps(check)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return check(*args, **kwargs)
        except SamlRefused:
            raise
        except Exception as failure:
            raise SamlRefused("check_failed", "a check could not be completed", RESPONDER) from failure

    return checked


def quoted(value: object) -> str:
    """A value out of a message, quoted and cut to a readable length; ``nothing`` for None."""
    if value is None:
        return "nothing"
    text = repr(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def expected_got(what: str, expected: Iterable[str], got: str | None) -> str:
    """One sentence: which values would have been right, what came, and which right one is nearest to it."""
    right = sorted(expected)
    nearest = resembling(got or "", right, most=1, longest=LONGEST_QUOTE, cutoff=0.4)
    hint = f"; nearest is {quoted(nearest[0])}" if nearest and len(right) > 1 else ""
    listed = " or ".join(quoted(value) for value in right[:5]) or "nothing (none is registered)"
    return f"{what}: expected {listed}, got {quoted(got)}{hint}"
