"""SAML in the journal: every message that a site received or sent, as it was on the wire, decoded."""

from typing import Literal

from starlette.responses import Response

from ..saml.errors import SamlRefused
from ..saml.soap import build_fault
from ..web.visit import Visit


def write_saml(
    visit: Visit, act: Literal["received", "sent"], message: str, xml: bytes, assertion: bytes | None = None
) -> None:
    """Write a message, and the assertion that it carries encrypted, if it does.

    Names, birth dates, PESEL and artifacts are hidden when the journal is read, unless asked for.
    """
    details = {"xml": _text(xml)} | ({"assertion": _text(assertion)} if assertion else {})
    visit.write(f"{message} {act}", **details)


def _text(xml: bytes) -> str:
    """What a message says; in two bytes a letter it would hide nothing from who looks for a PESEL to hide."""
    return xml.replace(b"\0", b"").decode("utf-8", "replace")


def send_saml(
    visit: Visit, message: str, soap: bytes, assertion: bytes | None = None, *, status: int = 200
) -> Response:
    """Answer with a message, and write it."""
    write_saml(visit, "sent", message, soap, assertion)
    return Response(soap, status_code=status, media_type="text/xml")


def refuse_saml(visit: Visit, message: str, refusal: SamlRefused) -> Response:
    """Answer a message that must not be acted on with a SOAP fault that says why."""
    visit.write(f"{message} refused", refusal=str(refusal))
    return send_saml(visit, "SOAP fault", build_fault(refusal), status=400)
