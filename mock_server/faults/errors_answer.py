"""Faults of what every answer carries, and of the answer to a wrong method."""

from collections.abc import Callable

from starlette.responses import Response

from ..kernel.faults import ResponseChanged
from .entry import CataloguedFault
from .headers import header

_METHOD = "RFC 9110, 15.5.6"
_FRAMES = "ASVS 5.0, 3.4.6"
_SCRIPTS = "ASVS 5.0, 3.4.3"
_TYPES = "ASVS 5.0, 3.4.4"
_DEVICES = "ASVS 5.0, 3.7; W3C Permissions Policy"
_POLICY = "content-security-policy"
_FRAMEABLE = header(_POLICY, "default-src 'self'; img-src 'self' data:; base-uri 'none'")


def _when(status: int, change: Callable[[Response], None]) -> Callable[[Response], None]:
    def changed(response: Response) -> None:
        if response.status_code == status:
            change(response)

    return changed


def _blank(response: Response) -> None:
    response.body = b""
    response.headers["content-length"] = "0"


def _method(id: str, title: str, suffers: str, change: Callable[[Response], None], site: str) -> CataloguedFault:  # noqa: A002
    return CataloguedFault(
        f"errors.{id}", title, suffers, "errors.method", _METHOD, ResponseChanged(site, "/.*", _when(405, change))
    )


def _guard(
    id: str,  # noqa: A002
    title: str,
    suffers: str,
    source: str,
    where: tuple[str, str],
    change: Callable[[Response], None],
) -> CataloguedFault:
    return CataloguedFault(f"errors.{id}", title, suffers, "errors.guarded", source, ResponseChanged(*where, change))


FAULTS = (
    _method(
        "method_blank",
        "A wrong method is answered with an empty page",
        "Who opens a bookmark of a form sees a white screen and no way on",
        _blank,
        "ikp",
    ),
    _method(
        "method_blank_in_app",
        "The app answers a wrong method with an empty page",
        "Who opens a bookmark of a form on a phone sees a white screen and no way on",
        _blank,
        "mojeikp",
    ),
    _method(
        "method_untold",
        "A wrong method is refused without the methods there are",
        "Who writes a program guesses",
        header("allow", ""),
        "ikp",
    ),
    _guard(
        "framed_sign_in",
        "Any page may frame the sign-in of the trusted profile",
        "A click on a game presses a button of the sign-in that lies over it unseen",
        _FRAMES,
        ("pz", "/.*"),
        _FRAMEABLE,
    ),
    _guard(
        "framed_app",
        "Any page may frame mObywatel",
        "A click on a game approves a login of somebody else",
        _FRAMES,
        ("mobywatel", "/.*"),
        _FRAMEABLE,
    ),
    _guard(
        "framed_errors",
        "Pages of errors may be framed",
        "A foreign page shows the service as broken, in the service's own look",
        _FRAMES,
        ("ikp", "/.*"),
        _when(404, _FRAMEABLE),
    ),
    _guard(
        "foreign_scripts",
        "Pages of the account run scripts from anywhere",
        "One slip in a page, and a stranger's script reads the account",
        _SCRIPTS,
        ("ikp", "/.*"),
        header(_POLICY, "frame-ancestors 'none'"),
    ),
    _guard(
        "files_guessed",
        "A browser may take a file for another type",
        "A picture or a style that somebody slipped in runs as a script",
        _TYPES,
        ("ikp", "/(static|shared)/.*"),
        header("x-content-type-options", ""),
    ),
    _guard(
        "colours_unguarded",
        "A generated stylesheet has no content policy",
        "What is forgotten once is forgotten where it counts",
        _FRAMES,
        ("ikp", "/site.css"),
        header(_POLICY, ""),
    ),
    _guard(
        "camera_everywhere",
        "Every screen of mObywatel lets scripts use the camera",
        "One slip in a page, and a stranger's script watches the person",
        _DEVICES,
        ("mobywatel", "/(start|powiadomienia)"),
        header("permissions-policy", "camera=(self), geolocation=(), microphone=()"),
    ),
    _guard(
        "location_free",
        "Pages of the account may ask where the person is",
        "A service that needs no place learns where its patients live",
        _DEVICES,
        ("ikp", "/.*"),
        header("permissions-policy", "camera=(), microphone=()"),
    ),
    _guard(
        "answers_guessed",
        "A browser may take an answer for another type",
        "Data that somebody chose runs as a page of the account",
        _TYPES,
        ("ikp", "/api/.*"),
        header("x-content-type-options", ""),
    ),
)
