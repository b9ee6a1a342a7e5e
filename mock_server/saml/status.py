"""Status elements (saml-core 3.2.2): codes nested outermost first, and a message."""

from . import rules
from .errors import StatusNotSuccess
from .model import Status
from .xml import Element, add, attribute_of, child, optional_child, token_of


def add_status(parent: Element, status: Status) -> None:
    """Append a Status."""
    element = nested = add(parent, "saml2p:Status")
    for code in status.codes:
        nested = add(nested, "saml2p:StatusCode", Value=code)
    if status.message:
        add(element, "saml2p:StatusMessage", status.message)


def read_status(message: Element) -> Status:
    """The Status of a message, whatever it says.

    Raises:
        SamlRefused: ``malformed``.
    """
    element = child(message, "saml2p:Status")
    codes = []
    code: Element | None = child(element, "saml2p:StatusCode")
    while code is not None:
        codes.append(attribute_of(code, "Value"))
        code = optional_child(code, "saml2p:StatusCode")
    text = optional_child(element, "saml2p:StatusMessage")
    return Status(tuple(codes), None if text is None else token_of(text))


def require_success(message: Element) -> Status:
    """The Status of a message that must have succeeded.

    Raises:
        StatusNotSuccess: it did not.
        SamlRefused: ``malformed``.
    """
    status = read_status(message)
    if not rules.status_is_success(status.codes[0]):
        raise StatusNotSuccess(status.codes, status.message)
    return status
