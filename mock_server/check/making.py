"""Making an answer: what a deed can reach for while it is done."""

from dataclasses import dataclass, field, replace

from lxml import etree

from ..kernel.rules import Replacements, name_of, replacing, true
from ..saml.encryption import draw, encrypted_data
from ..saml.names import NAMESPACES
from ..saml.xml import Element
from .login import Earlier, Login

PATHS = {
    "A": "soap:Body/saml2p:ArtifactResponse",
    "R": "soap:Body/saml2p:ArtifactResponse/saml2p:Response",
}


@dataclass
class Making:
    """One answer under way.

    Attributes:
        login: what it answers.
        good: the good answer to it, as it would go over the wire.
        clear: every assertion that was encrypted, by the text of its cipher.
    """

    login: Login
    good: bytes = b""
    clear: dict[str, bytes] = field(default_factory=dict)

    def genuine(self, layer: str) -> Element:
        """A copy of the good answer's ``A`` or ``R`` as a document of its own, signed by the hub."""
        return detached(found(etree.fromstring(self.good), PATHS[layer]))

    def assertion(self, login: Login | None = None) -> bytes:
        """The assertion in clear of this login, or of another."""
        one = login or self.login
        return one.hub.build_assertion(one.session_index, one.request, one.told, now=one.now)

    def encrypt(self, data: bytes, *, once_more: bool = False) -> Element:
        """Bytes encrypted as the hub does; a second time in one answer with other keys and IDs."""
        login = self.login
        chance = true(draw)(32) if once_more else login.drawn
        key_bytes = login.hub.node.content_key_bytes
        drawn = {name_of(draw): lambda count: replace(chance, content_key=chance.content_key[:count])}
        with replacing(drawn):
            made = true(encrypted_data)(data, login.request.provider.encryption_target(), login.parties, key_bytes)
        self.clear[cipher_of(made)] = data
        return made

    def forged(self, *, once_more: bool = False) -> Element:
        """An EncryptedAssertion about Bob, made with the provider's public key alone."""
        wrapped = etree.Element(f"{{{NAMESPACES['saml2']}}}EncryptedAssertion", nsmap={"saml2": NAMESPACES["saml2"]})
        wrapped.append(self.encrypt(self.assertion(self.login.about_the_other()), once_more=once_more))
        return wrapped

    def run(self, stages: Replacements, *, forged: bool = False, once_more: bool = False) -> bytes:
        """The hub's own stages, with these in the place of theirs; gives the envelope."""
        login = self.login.about_the_other() if forged else self.login

        def encrypt(data: bytes, *_told: object) -> Element:
            return self.encrypt(data, once_more=once_more)

        own: Replacements = {name_of(draw): login.draw_again, name_of(encrypted_data): encrypt}
        with replacing({**own, **stages}):
            assertion = self.assertion(login)
            return login.hub.build_response_with(assertion, login.resolve, login.request, now=login.now)


def earlier_of(making: Making) -> Earlier:
    """The login before.

    Raises:
        LookupError: none was named.
    """
    if making.login.earlier is None:
        raise LookupError("no earlier login was named")
    return making.login.earlier


def found(element: Element, path: str) -> Element:
    """The element at a path of prefixed names.

    Raises:
        LookupError: there is none.
    """
    one = element.find(path, NAMESPACES)
    if one is None:
        raise LookupError(path)
    return one


def detached(element: Element) -> Element:
    """A copy of an element as a document of its own."""
    return etree.fromstring(etree.tostring(element, with_tail=False))


def cipher_of(encrypted: Element) -> str:
    """The text of an EncryptedData's own cipher."""
    return found(encrypted, "xenc:CipherData/xenc:CipherValue").text or ""
