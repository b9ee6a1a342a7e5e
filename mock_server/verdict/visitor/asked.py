"""What a service asks the hub for, as the browser carries it: read before it is sent on."""

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass

from lxml import etree

from .page import Form, Page
from .trouble import Kind, Trouble

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_LEVEL = re.compile(r"/LoA/(low|substantial|high)\s*$")
_NAMES = {
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
    "saml2p": "urn:oasis:names:tc:SAML:2.0:protocol",
}


@dataclass(frozen=True)
class Asked:
    """An AuthnRequest on its way to the hub.

    Attributes:
        form: that carries it.
        page: that the form is on.
        xml: the message.
        root: the same, parsed.
    """

    form: Form
    page: Page
    xml: bytes
    root: etree._Element

    @property
    def request_id(self) -> str:
        """Its ID; empty where it has none."""
        return self.root.get("ID") or ""

    @property
    def issuer(self) -> str:
        """The service, as it calls itself."""
        return (self.root.findtext("saml2:Issuer", "", _NAMES) or "").strip()

    @property
    def level(self) -> str:
        """The level asked for, in one word; ``low`` where none is named."""
        named = self.root.findtext("saml2p:RequestedAuthnContext/saml2:AuthnContextClassRef", "", _NAMES) or ""
        found = _LEVEL.search(named)
        return found[1] if found else "low"

    @property
    def relay_state(self) -> str:
        """What is to come back with the answer."""
        return self.form.value("RelayState")


def read_asked(form: Form, page: Page) -> Asked:
    """The request that a form carries.

    Raises:
        Trouble: it carries none that can be read.
    """
    try:
        xml = b64decode("".join(form.value("SAMLRequest").split()), validate=True)
        return Asked(form, page, xml, etree.fromstring(xml, _PARSER))
    except (Error, ValueError, etree.XMLSyntaxError) as error:
        raise Trouble(
            Kind.NO_WAY_ON, f"the SAMLRequest of {page.address[:120]} is no XML in base64: {error}"
        ) from error
