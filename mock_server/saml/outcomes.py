"""How a login that led nowhere is told to the provider.

Which code the real hub sends for what is open. AuthnFailed alone, on both levels, has been seen of it, so that is our
choice for a person who cancels; the others are nested as saml-core 3.2.2.2 has them. The site adds a message.
"""

from .model import Status
from .names import AUTHN_FAILED, NO_AUTHN_CONTEXT, NO_PASSIVE, REQUESTER, RESPONDER

CANCELLED = Status((AUTHN_FAILED,), "The person cancelled the login")
LEVEL_TOO_LOW = Status((REQUESTER, NO_AUTHN_CONTEXT), "The person could not be identified at the level asked for")
PASSIVE_IMPOSSIBLE = Status((RESPONDER, NO_PASSIVE), "The person would have to be asked, which IsPassive forbids")
