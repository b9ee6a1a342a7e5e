"""The headers of every answer, by what kind of answer it is (OWASP ASVS 5.0, V3.2 and V3.4; V14.3)."""

from collections.abc import Iterable, Iterator

from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

ALWAYS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
"""What every answer says, word for word."""
POLICY = {
    "default-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
"""The only content policy: nothing foreign, nothing inline, no frame."""
DEVICES = ("camera", "geolocation", "microphone")
"""What no page may use."""
SCANS = ("mobywatel", "/kod-qr/skanuj")
"""But for the screen that scans, which may use the camera."""
FILES = ("/static/", "/own/", "/shared/", "/site.css")
"""How the addresses of files begin, which are everybody's; anything else is for one person, and kept nowhere."""
_PDF = "application/pdf"
KINDS = frozenset(
    {
        *(f"text/{kind}; charset=utf-8" for kind in ("html", "css", "javascript", "event-stream", "xml", "plain")),
        *("application/json", "application/samlmetadata+xml", _PDF),
    }
)
"""What answers say that they are, word for word."""
_SOAP = "text/xml"
"""What a message of SOAP 1.1 is sent as, and answered as (SOAP 1.1, section 6)."""


def complaints(watched: Watched) -> Iterable[str]:
    """Every answer whose headers let a browser do what it must not."""
    for answer in watched.answers:
        for complaint in _of(answer):
            yield f"{answer.address}: {complaint}"


def is_file(answer: Answer) -> bool:
    """Whether it is the same for everybody."""
    return answer.path.startswith(FILES)


def _of(answer: Answer) -> Iterator[str]:
    for name, value in ALWAYS.items():
        if answer.headers.getlist(name) != [value]:
            yield f"{name} is {answer.headers.getlist(name)}, not {value}"
    policies = answer.headers.getlist("content-security-policy")
    if [_directives(policy) for policy in policies] != [POLICY]:
        yield f"content-security-policy is {policies}"
    devices = ", ".join(f"{device}=({_user_of(device, answer)})" for device in DEVICES)
    if answer.headers.getlist("permissions-policy") != [devices]:
        yield f"permissions-policy is {answer.headers.getlist('permissions-policy')}, not {devices}"
    if not is_file(answer) and "no-store" not in answer.headers.get("cache-control", ""):
        yield f"may be stored: cache-control is {answer.headers.getlist('cache-control')}"
    if (told := answer.headers.get("content-type")) and told not in KINDS:
        yield f"content-type is {told}"
    if answer.asked.get("content-type", "").startswith(_SOAP) and answer.kind != _SOAP:
        yield f"answers SOAP 1.1 as {answer.kind or 'nothing'}"
    if answer.kind == _PDF and not answer.headers.get("content-disposition", "").startswith("attachment"):
        yield "a printout that opens in the place of the page"
    if answer.status == 405 and not answer.headers.get("allow"):
        yield "refuses a method and names none"


def _user_of(device: str, answer: Answer) -> str:
    scans = (answer.site, answer.path) == SCANS and answer.status in {200, 422}
    return "self" if device == "camera" and scans else ""


def _directives(policy: str) -> dict[str, tuple[str, ...]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: tuple(sources) for name, *sources in parts}
