"""Logging out over the back channel, in both directions."""

from collections.abc import Iterator, Sequence

from lxml import etree

from e2e.watchers.messages import names
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.requests import Sender
from e2e.watchers.messages.responses import status_of
from e2e.watchers.messages.signature import signature_complaints
from e2e.watchers.messages.wanted import ANYTHING, MESSAGE_ID, Window, differences, instant_in

_REQUEST = f"""
<soap:Envelope>
  <soap:Header/>
  <soap:Body>
    <saml2p:LogoutRequest Destination="{{destination}}" ID="{{id}}" IssueInstant="{{issued}}" Version="2.0">
      <saml2:Issuer>{{issuer}}</saml2:Issuer>
      <ds:Signature/>
      <saml2:NameID Format="{names.UNSPECIFIED}">{{name_id}}</saml2:NameID>
      <saml2p:SessionIndex>{{session}}</saml2p:SessionIndex>
    </saml2p:LogoutRequest>
  </soap:Body>
</soap:Envelope>"""
_RESPONSE = """
<soap:Envelope>
  <soap:Header/>
  <soap:Body>
    <saml2p:LogoutResponse ID="{id}" InResponseTo="{request}" IssueInstant="{issued}" Version="2.0">
      <saml2:Issuer>{issuer}</saml2:Issuer>
      <ds:Signature/>
      %s
    </saml2p:LogoutResponse>
  </soap:Body>
</soap:Envelope>"""


def logout_request_complaints(
    envelope: etree._Element, sender: Sender, *, name_id: str, session_index: str
) -> Iterator[str]:
    """Where a LogoutRequest does not ask to end this login."""
    yield from differences(
        "LogoutRequest",
        envelope,
        _REQUEST,
        destination=sender.destination,
        id=MESSAGE_ID,
        issued=instant_in(sender.sent),
        issuer=sender.issuer,
        name_id=name_id,
        session=session_index,
    )
    yield from _signature_complaints("LogoutRequest", envelope, sender.certificate)


def logout_response_complaints(
    envelope: etree._Element, issuer: str, certificate: str, request_id: str, sent: Window, codes: Sequence[str]
) -> Iterator[str]:
    """Where a LogoutResponse does not answer this request with these codes."""
    yield from differences(
        "LogoutResponse",
        envelope,
        _RESPONSE % status_of(codes),
        id=MESSAGE_ID,
        request=request_id,
        issued=instant_in(sent),
        issuer=issuer,
        told=ANYTHING,
    )
    yield from _signature_complaints("LogoutResponse", envelope, certificate)


def _signature_complaints(what: str, envelope: etree._Element, certificate: str) -> Iterator[str]:
    for message in envelope.iterfind(f"soap:Body/saml2p:{what}", NAMESPACES):
        yield from signature_complaints(what, message, certificate)
