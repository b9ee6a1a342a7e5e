"""What the hub says of how it went."""

from collections.abc import Callable

from ...saml.names import AUTHN_FAILED, NO_AUTHN_CONTEXT, REQUEST_DENIED, RESPONDER, STATUS, SUCCESS
from ...saml.signing import sign
from ...saml.xml import Element
from ..making import Making, detached, found
from ..sealing import unsign
from ..stages import Deed, Stage
from .tools import added, edited, fragment, removed, take_away

FAILURES = {
    "AuthnFailed": AUTHN_FAILED,
    "RequestDenied": REQUEST_DENIED,
    "UnknownPrincipal": STATUS + "UnknownPrincipal",
    "NoAuthnContext": NO_AUTHN_CONTEXT,
    "Responder": RESPONDER,
}
_CODE = "saml2p:Status/saml2p:StatusCode"


def _failed(code: str, *, on_message: bool, on_response: bool, assertion: bool) -> Deed:
    """A failure on one layer or both; both are signed after that, the Response within the ArtifactResponse anew."""

    def edit(making: Making, message: Element) -> None:
        response = found(message, "saml2p:Response")
        unsign(response)
        if not assertion:
            take_away(found(response, "saml2:EncryptedAssertion"))
        for one, fails in ((message, on_message), (response, on_response)):
            if fails:
                found(one, _CODE).set("Value", code)
        sign(response, making.login.hub.keys)

    places = [
        *(["A/Status/StatusCode@Value"] if on_message else []),
        *(["R/Status/StatusCode@Value"] if on_response else []),
        *([] if assertion else ["R/EncryptedAssertion"]),
    ]
    return Deed(Stage.MESSAGE, edit, tuple(places))


def _code(change: Callable[[Element], object], *places: str, valid: bool = True) -> Deed:
    """Something odd about the Response's code."""
    return edited("R", lambda _making, response: change(found(response, _CODE)), *places, valid=valid)


def _set(value: str) -> Deed:
    return _code(lambda code: code.set("Value", value), f"{_CODE}@Value")


def _empty(_making: Making, message: Element) -> None:
    take_away(found(message, "saml2p:Response"))


_LAYERS = {"a": (True, False), "r": (False, True), "both": (True, True)}
DEEDS: dict[str, Deed] = {
    **{
        f"status.fail_{layer}:{name}": _failed(code, on_message=message, on_response=response, assertion=False)
        for layer, (message, response) in _LAYERS.items()
        for name, code in FAILURES.items()
    },
    **{
        f"status.fail_with_e:{layer}": _failed(AUTHN_FAILED, on_message=message, on_response=response, assertion=True)
        for layer, (message, response) in _LAYERS.items()
    },
    "status.odd:unknown": _set("urn:example:status:Splendid"),
    "status.odd:case": _set(SUCCESS.lower()),
    "status.odd:blank": _set(f"{SUCCESS} "),
    "status.odd:two": _code(
        lambda code: code.addnext(fragment(f'<saml2p:StatusCode Value="{AUTHN_FAILED}"/>')), f"{_CODE}[2]", valid=False
    ),
    "status.odd:missing": removed("R", "saml2p:Status", valid=False),
    "status.odd:empty": _set(""),
    "status.nested": added("R", _CODE, f"{_CODE}/saml2p:StatusCode", f'<saml2p:StatusCode Value="{AUTHN_FAILED}"/>'),
    "status.empty": Deed(Stage.MESSAGE, _empty, ("R",), "+."),
}


def _told(making: Making, message: Element) -> None:
    """A failure on both layers, whose message is a script."""
    _failed(AUTHN_FAILED, on_message=True, on_response=True, assertion=False).do(making, message)
    response = found(message, "saml2p:Response")
    unsign(response)
    told = fragment("<saml2p:StatusMessage>&lt;script&gt;alert(1)&lt;/script&gt;</saml2p:StatusMessage>")
    for one in (message, response):
        found(one, "saml2p:Status").append(detached(told))
    sign(response, making.login.hub.keys)


DEEDS["status.markup"] = Deed(
    Stage.MESSAGE,
    _told,
    (
        "A/Status/StatusCode@Value", "R/Status/StatusCode@Value", "R/EncryptedAssertion", "A/Status/StatusMessage",
        "R/Status/StatusMessage",
    ),
)  # fmt: skip
