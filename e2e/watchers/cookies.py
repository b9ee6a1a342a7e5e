"""One policy for every cookie (OWASP ASVS 5.0, V3.3): host-only, Secure, HttpOnly, gone with the browser, SameSite."""

from collections.abc import Iterable, Iterator

from fixtures.watching.watcher import Watched

SAME_SITE = {"__Host-browser": "none"}
"""The mark of a browser travels with what another site posts; anything else is Lax."""


def complaints(watched: Watched) -> Iterable[str]:
    """Every cookie that breaks the policy."""
    for answer in watched.answers:
        for line in answer.headers.getlist("set-cookie"):
            for complaint in _of(line):
                yield f"{answer.address}: {complaint}: {line.partition('=')[0]}"


def _of(line: str) -> Iterator[str]:
    pair, *attributes = (part.strip() for part in line.split(";"))
    name = pair.partition("=")[0]
    given = {key.lower(): value for key, _, value in (attribute.partition("=") for attribute in attributes)}
    if not name.startswith("__Host-") or given.get("path") != "/" or "domain" in given:
        yield "a cookie that other hosts can set or get"
    if "secure" not in given:
        yield "a cookie without Secure"
    if "httponly" not in given:
        yield "a cookie that scripts can read"
    ends_now = given.get("max-age") == "0"
    if not ends_now and given.keys() & {"max-age", "expires"}:
        yield "a cookie that outlives the browser"
    wanted = SAME_SITE.get(name, "lax")
    if given.get("samesite", "").lower() != wanted:
        yield f"a cookie with SameSite={given.get('samesite')}, not {wanted}"
