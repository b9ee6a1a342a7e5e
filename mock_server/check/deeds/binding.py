"""Answers to another question than the provider's, and assertions of other logins."""

from dataclasses import replace

from ...saml.names import new_id
from ...saml.xml import Element
from ..making import Making, earlier_of, found
from ..stages import Deed
from .tools import attribute, edited

_DATA = "saml2:Subject/saml2:SubjectConfirmation/saml2:SubjectConfirmationData"
_UNKNOWN = "ID-nobody-has-asked-for-this"


def _earlier_request(making: Making) -> str:
    return earlier_of(making).request_id


def _of_bobs_login(making: Making, response: Element) -> None:
    """The assertion of another login at the same provider, as the hub would encrypt it."""
    login = making.login
    bobs = replace(
        login.about_the_other(), request=replace(login.request, id=new_id()), session_index=login.hub.new_assertion_id()
    )
    old = found(response, "saml2:EncryptedAssertion/xenc:EncryptedData")
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, making.encrypt(making.assertion(bobs), once_more=True))


DEEDS: dict[str, Deed] = {
    "bind.r_irt_missing": attribute("R", "@InResponseTo", None),
    "bind.r_irt_unknown": attribute("R", "@InResponseTo", _UNKNOWN),
    "bind.r_irt_other": attribute("R", "@InResponseTo", _earlier_request),
    "bind.scd_irt_missing": attribute("T", f"{_DATA}@InResponseTo", None),
    "bind.scd_irt_unknown": attribute("T", f"{_DATA}@InResponseTo", _UNKNOWN),
    "bind.scd_irt_other": attribute("T", f"{_DATA}@InResponseTo", _earlier_request),
    "bind.a_irt_missing": attribute("A", "@InResponseTo", None),
    "bind.a_irt_unknown": attribute("A", "@InResponseTo", _UNKNOWN),
    "bind.e_swap": edited("R", _of_bobs_login, "saml2:EncryptedAssertion"),
}
