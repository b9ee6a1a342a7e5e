"""Who may steer: whoever shows the token, where one is asked for, and no page of another origin."""

from collections.abc import Mapping

from ..web.token import shows_token

_TOKEN_WANTED = "send the token that the server printed at its start: Authorization: Bearer TOKEN"
_FOREIGN_PAGE = (
    "a page of another origin may not steer: send the request from a program, or from a page of {own}; a browser "
    "opens the control API by its address, not by a link"
)
_OWN_SITES = frozenset({None, "none", "same-origin"})
"""What Sec-Fetch-Site says of a page of ours, of an address that was typed, and where no browser asks."""


def refusal(headers: Mapping[str, str], *, own_origins: tuple[str, ...], token: str | None) -> tuple[int, str] | None:
    """Why this request may not steer, as a status and a sentence; None where it may.

    Args:
        headers: of the request, by lower-case names.
        own_origins: the origins at which the control API itself can be seen, the browser's first.
        token: what is asked for; None where only this machine can reach the server.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if (origin is not None and origin not in own_origins) or site not in _OWN_SITES:
        return 403, _FOREIGN_PAGE.format(own=own_origins[0])
    if not shows_token(headers.get("authorization"), token):
        return 401, _TOKEN_WANTED
    return None
