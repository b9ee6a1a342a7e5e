"""For whom and from whom an answer is, and what kind of message it is."""

from ...saml.model import LogoutRequest
from ...saml.signing import sign
from ...saml.xml import Element
from ..making import Making, detached, found
from ..sealing import unsign
from ..stages import Deed, Stage
from .tools import added, attribute, edited, fragment, removed, take_away, text

CONDITIONS = "saml2:Conditions"
AUDIENCE = f"{CONDITIONS}/saml2:AudienceRestriction/saml2:Audience"
CONFIRMATION = "saml2:Subject/saml2:SubjectConfirmation"
DATA = f"{CONFIRMATION}/saml2:SubjectConfirmationData"
OTHER_PROVIDER = "https://other.example"
_CM = "urn:oasis:names:tc:SAML:2.0:cm:"


def _audience(making: Making) -> str:
    return making.login.request.issuer


def _acs(making: Making) -> str:
    return making.login.request.acs_url


def _other_scheme(making: Making) -> str:
    """Http where https was, and the other way round."""
    scheme, rest = _acs(making).split("://", 1)
    return f"{'http' if scheme == 'https' else 'https'}://{rest}"


def _without_issuer_or_with_two(two: bool) -> Deed:
    def edit(_making: Making, assertion: Element) -> None:
        issuer = found(assertion, "saml2:Issuer")
        if two:
            issuer.addnext(detached(issuer))
        else:
            take_away(issuer)

    return edited("T", edit, "saml2:Issuer[2]" if two else "saml2:Issuer", valid=False)


def _holds_a_logout_response(making: Making, message: Element) -> None:
    login = making.login
    request = LogoutRequest(login.resolve.id, login.request.issuer, "", None, ())
    soap = login.hub.build_logout_response(request, now=login.now)
    response = detached(found(fragment(soap.decode()), "soap:Body/saml2p:LogoutResponse"))
    unsign(response)
    sign(response, login.hub.keys)
    message.replace(found(message, "saml2p:Response"), response)


def _confirmed_by(method: str) -> Deed:
    return attribute("T", f"{CONFIRMATION}@Method", _CM + method)


def _second_restriction(_making: Making) -> str:
    return f"<saml2:AudienceRestriction><saml2:Audience>{OTHER_PROVIDER}</saml2:Audience></saml2:AudienceRestriction>"


_UNKNOWN_CONDITION = '<saml2:Condition xmlns:x="urn:example:conditions" xsi:type="x:OnlyOnSundays"/>'
_EVIL = "login.evil.pl"

DEEDS: dict[str, Deed] = {
    "addr.aud_missing": removed("T", f"{CONDITIONS}/saml2:AudienceRestriction"),
    "addr.aud_empty": text("T", AUDIENCE, ""),
    "addr.aud_other": text("T", AUDIENCE, OTHER_PROVIDER),
    "addr.aud_near:prefix": text("T", AUDIENCE, lambda making: _audience(making)[:-1]),
    "addr.aud_near:suffix": text("T", AUDIENCE, lambda making: f"{_audience(making)}.evil.pl"),
    "addr.aud_near:case": text("T", AUDIENCE, lambda making: _audience(making).upper()),
    "addr.aud_near:slash": text("T", AUDIENCE, lambda making: f"{_audience(making)}/"),
    "addr.aud_and": added("T", CONDITIONS, f"{CONDITIONS}/saml2:AudienceRestriction[2]", _second_restriction),
    "addr.recipient_missing": attribute("T", f"{DATA}@Recipient", None),
    "addr.recipient_other": attribute("T", f"{DATA}@Recipient", f"{OTHER_PROVIDER}/acs"),
    "addr.recipient_near:scheme": attribute("T", f"{DATA}@Recipient", _other_scheme),
    "addr.recipient_near:query": attribute("T", f"{DATA}@Recipient", lambda making: f"{_acs(making)}?x=1"),
    "addr.recipient_near:prefix": attribute("T", f"{DATA}@Recipient", lambda making: _acs(making)[:-1]),
    "addr.dest_r": attribute("R", "@Destination", f"{OTHER_PROVIDER}/acs"),
    "addr.dest_a": attribute("A", "@Destination", f"{OTHER_PROVIDER}/acs"),
    "addr.issuer_a": text("A", "saml2:Issuer", _EVIL),
    "addr.issuer_r": text("R", "saml2:Issuer", _EVIL),
    "addr.issuer_t": text("T", "saml2:Issuer", _EVIL),
    "addr.issuer_near:suffix": text("T", "saml2:Issuer", lambda making: f"{making.login.hub.issuer}.evil.pl"),
    "addr.issuer_near:prefix": text("T", "saml2:Issuer", lambda making: f"x{making.login.hub.issuer}"),
    "addr.issuer_none:none": _without_issuer_or_with_two(two=False),
    "addr.issuer_none:two": _without_issuer_or_with_two(two=True),
    "addr.confirm_none": removed("T", CONFIRMATION),
    "addr.confirm_method:sender_vouches": _confirmed_by("sender-vouches"),
    "addr.confirm_method:holder_of_key": _confirmed_by("holder-of-key"),
    "addr.condition_unknown": added("T", CONDITIONS, f"{CONDITIONS}/saml2:Condition", _UNKNOWN_CONDITION, valid=False),
    "addr.version:response": attribute("R", "@Version", "1.1"),
    "addr.version:assertion": attribute("T", "@Version", "1.1"),
    "addr.id_missing:response": Deed(
        Stage.RESPONSE_SIGNATURE,
        lambda _making, response, _keys: response.attrib.pop("ID"),
        ("R@ID", "R/Signature"),
        "+.",
        valid=False,
    ),
    "addr.id_missing:assertion": attribute("T", "@ID", None, valid=False),
    "addr.wrong_message": Deed(Stage.MESSAGE, _holds_a_logout_response, ("R", "A/LogoutResponse"), "+."),
}
