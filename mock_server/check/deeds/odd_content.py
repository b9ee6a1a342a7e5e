"""Good answers with content that is rare, but right."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from os import urandom
from unicodedata import normalize

from starlette.responses import Response, StreamingResponse

from ...kernel.pesel import pesel_for
from ...kernel.rules import replacing, true
from ...saml.attributes import Attribute
from ...saml.encryption import encrypted_data
from ...saml.keys import KeyPair
from ...saml.names import ATTRIBUTE_NAME_URI, NAMESPACES
from ...saml.signing import sign
from ...saml.times import write_date
from ...saml.xml import Element, children
from ..encrypting import agreed, key_wrapped
from ..login import Login
from ..making import Making, detached, found
from ..stages import Deed, Stage
from .addresses import AUDIENCE, CONDITIONS, CONFIRMATION
from .forging import both
from .people import written
from .times import SECOND, STATEMENT, every, from_now
from .tools import added, attribute, edited, fragment, stale, text

_CONTEXT = f"{STATEMENT}/saml2:AuthnContext"
_CM_HOLDER = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"
_KEY_INFO = "Signature/KeyInfo"


def _random_id(letters: int) -> Deed:
    def edit(_making: Making, response: Element) -> None:
        response.set("ID", f"_{urandom(letters).hex()[: letters - 1]}")

    deed = edited("R", edit)
    return Deed(deed.stage, deed.do, ("R@ID", "R/Signature/SignedInfo/Reference@URI"))


def _by(keys_of: Callable[[Login], KeyPair | None], *places: str) -> Deed:
    """Signed with other keys of the hub, which its metadata names."""

    def do(making: Making, element: Element, _keys: KeyPair) -> None:
        keys = keys_of(making.login)
        if keys is None:
            raise LookupError("the hub's metadata does not name these keys")
        sign(element, keys)

    return both(do, *places)


def _several(_making: Making, assertion: Element) -> None:
    own = found(assertion, AUDIENCE)
    for issuer in ("https://one.example", "https://two.example"):
        own.addprevious(fragment(f"<saml2:Audience>{issuer}</saml2:Audience>"))


def _restricted_twice(_making: Making, assertion: Element) -> None:
    first = found(assertion, f"{CONDITIONS}/saml2:AudienceRestriction")
    first.addnext(detached(first))


def _two_confirmations(_making: Making, assertion: Element) -> None:
    first = found(assertion, CONFIRMATION)
    first.addprevious(fragment(f'<saml2:SubjectConfirmation Method="{_CM_HOLDER}"/>'))


def _bare_attributes(_making: Making, assertion: Element) -> None:
    for one in children(found(assertion, "saml2:AttributeStatement"), "saml2:Attribute"):
        del one.attrib["NameFormat"]
        del one.attrib["FriendlyName"]


def _authorities(names: tuple[str, ...]) -> Deed:
    def edit(_making: Making, assertion: Element) -> None:
        context = found(assertion, _CONTEXT)
        for old in children(context, "saml2:AuthenticatingAuthority"):
            context.remove(old)
        for name in names:
            context.append(fragment(f"<saml2:AuthenticatingAuthority>{name}</saml2:AuthenticatingAuthority>"))

    deed = edited("T", edit)
    return Deed(deed.stage, deed.do, ("T/AuthnStatement/AuthnContext",))


def _born(day: date) -> Deed:
    """Somebody born on another day, with the PESEL of that day."""
    pesel = pesel_for(day, 4821)
    number, birth = written(Attribute.PERSON_IDENTIFIER, pesel), written(Attribute.DATE_OF_BIRTH, write_date(day))

    def edit(making: Making, assertion: Element) -> None:
        number.do(making, assertion)
        birth.do(making, assertion)

    return Deed(Stage.ASSERTION, edit, (*number.places, *birth.places))


def _short_key(making: Making, data: bytes) -> Element:
    login = making.login
    with replacing(login.drawing()):
        return true(encrypted_data)(data, login.request.provider.encryption_target(), login.parties, 16)


def _octets_dropped(making: Making, data: bytes) -> Element:
    made = making.encrypt(data)
    wrapped = found(made, "ds:KeyInfo/xenc:EncryptedKey/xenc:CipherData/xenc:CipherValue")
    wrapped.text = key_wrapped(making.login, agreed(making.login, dropped_octets=1))
    return made


def _sibling(_making: Making, response: Element) -> None:
    data = found(response, "saml2:EncryptedAssertion/xenc:EncryptedData")
    info = found(data, "ds:KeyInfo")
    key = found(info, "xenc:EncryptedKey")
    data.addnext(detached(key))
    kind = f"{NAMESPACES['xenc']}EncryptedKey"
    info.replace(key, fragment(f'<ds:RetrievalMethod Type="{kind}" URI="#{key.get("Id")}"/>'))


async def _one_piece(soap: bytes) -> AsyncIterator[bytes]:
    yield soap


_EXTRA_ATTRIBUTE = (
    f'<saml2:Attribute Name="urn:example:shoe-size" NameFormat="{ATTRIBUTE_NAME_URI}">'
    "<saml2:AttributeValue>43</saml2:AttributeValue></saml2:Attribute>"
)
_CENTURIES = {
    "leading_zero": date(2002, 7, 8),
    "1800": date(1894, 12, 31),
    "1900": date(1934, 2, 28),
    "2000": date(2004, 2, 29),
    "2100": date(2101, 1, 1),
}
_MARKS = "O'Ćma-Żółćgęśląjaźń ÀÉÎÕÜ"
DEEDS: dict[str, Deed] = {
    "ok.sig_last_id:short": _random_id(3),
    "ok.sig_last_id:long": _random_id(256),
    "ok.rsa_hub": _by(lambda login: login.rsa, _KEY_INFO, "Signature/SignedInfo/SignatureMethod"),
    "ok.rollover_both": _by(lambda login: login.coming, _KEY_INFO),
    "ok.no_destination": attribute("R", "@Destination", lambda making: making.login.request.acs_url),
    "ok.issuer_format": attribute("T", "saml2:Issuer@Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"),
    "ok.audiences:twice": edited("T", _restricted_twice, f"{CONDITIONS}/saml2:AudienceRestriction[2]"),
    "ok.audiences:among": edited("T", _several, f"{CONDITIONS}/saml2:AudienceRestriction"),
    "ok.two_confirmations": Deed(
        Stage.ASSERTION, _two_confirmations, ("T/Subject/SubjectConfirmation", "T/Subject/SubjectConfirmation[2]")
    ),
    "ok.extra:extensions": Deed(
        Stage.RESPONSE,
        lambda _making, response: response.insert(
            1, fragment('<saml2p:Extensions><x:note xmlns:x="urn:example:note">x</x:note></saml2p:Extensions>')
        ),
        ("R/Extensions",),
    ),
    "ok.extra:advice": Deed(
        Stage.ASSERTION,
        lambda _making, assertion: found(assertion, CONDITIONS).addnext(
            fragment('<saml2:Advice><x:note xmlns:x="urn:example:note">x</x:note></saml2:Advice>')
        ),
        ("T/Advice",),
    ),
    "ok.extra:one_time": added("T", CONDITIONS, f"{CONDITIONS}/saml2:OneTimeUse", "<saml2:OneTimeUse/>"),
    "ok.extra:attribute": added(
        "T", "saml2:AttributeStatement", "saml2:AttributeStatement/saml2:Attribute[5]", _EXTRA_ATTRIBUTE
    ),
    "ok.no_nameformat": edited("T", _bare_attributes, "saml2:AttributeStatement"),
    "ok.authorities:three": _authorities(("pz.gov.pl", "mojeid.pl", "ing")),
    "ok.authorities:none": _authorities(()),
    "ok.level_high": text("T", f"{_CONTEXT}/saml2:AuthnContextClassRef", "http://eidas.europa.eu/LoA/high"),
    "ok.fractions:none": every(lambda instant: f"{_utc(instant).isoformat(timespec='seconds')}Z"),
    "ok.fractions:nine": every(lambda instant: f"{_utc(instant).isoformat(timespec='microseconds')}000Z"),
    "ok.skew_early": attribute("T", f"{CONDITIONS}@NotBefore", from_now(lambda skew: skew - SECOND)),
    "ok.skew_late": attribute("T", f"{CONDITIONS}@NotOnOrAfter", from_now(lambda skew: SECOND - skew)),
    "ok.status_message": added(
        "R", "saml2p:Status", "saml2p:Status/saml2p:StatusMessage", "<saml2p:StatusMessage>OK</saml2p:StatusMessage>"
    ),
    "ok.date_bare": written(Attribute.DATE_OF_BIRTH, lambda making: making.login.told.subject.birth_date.isoformat()),
    **{f"ok.pesel_ages:{name}": _born(day) for name, day in _CENTURIES.items()},
    "ok.names_long": written(Attribute.FAMILY_NAME, "Wolfeschlegelsteinhausenbergerdorff" * 3),
    "ok.names_short": written(Attribute.FAMILY_NAME, "O"),
    "ok.names_marks": written(Attribute.FAMILY_NAME, normalize("NFC", _MARKS)),
    "ok.names_nfd": written(Attribute.FAMILY_NAME, normalize("NFD", _MARKS)),
    "ok.cek_128": Deed(
        Stage.ENCRYPTION, _short_key, ("E/CipherData/CipherValue", "E/KeyInfo/EncryptedKey/CipherData/CipherValue")
    ),
    "ok.kdf_octet": Deed(Stage.ENCRYPTION, _octets_dropped, ("E/KeyInfo/EncryptedKey/CipherData/CipherValue",)),
    "ok.key_sibling": Deed(Stage.RESPONSE, _sibling, ("E/KeyInfo", "R/EncryptedAssertion/EncryptedKey")),
    "ok.soap_header:none": stale(lambda _making, soap: soap.replace(b"<soap:Header/>", b""), "S/Header", seals="++"),
    "ok.soap_header:charset": Deed(
        Stage.HTTP, lambda _making, soap: Response(soap, media_type="text/xml; charset=utf-8"), ("H",)
    ),
    "ok.soap_header:chunked": Deed(
        Stage.HTTP, lambda _making, soap: StreamingResponse(_one_piece(soap), media_type="text/xml"), ("H",)
    ),
}


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)
