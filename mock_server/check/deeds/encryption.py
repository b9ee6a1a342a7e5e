"""The encrypted assertion: other keys, other algorithms, and what is broken in it."""

import os
from base64 import b64decode, b64encode
from collections.abc import Callable

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.asymmetric import padding as rsa_padding
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as generate_rsa_key
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lxml import etree

from ...kernel.rules import replacing, true
from ...saml.encryption import NONCE_BYTES, encrypted_data
from ...saml.xml import Element
from ..encrypting import agreed, key_wrapped
from ..making import Making, detached, found
from ..stages import Deed, Stage
from .tools import fragment, take_away

_KEY = "ds:KeyInfo/xenc:EncryptedKey"
_AGREED = f"{_KEY}/ds:KeyInfo/xenc:AgreementMethod"
_KDF = f"{_AGREED}/xenc11:KeyDerivationMethod/xenc11:ConcatKDFParams"
_POINT = f"{_AGREED}/xenc:OriginatorKeyInfo/ds:KeyValue/dsig11:ECKeyValue/dsig11:PublicKey"
_WRAPPED, _CIPHER = f"{_KEY}/xenc:CipherData/xenc:CipherValue", "xenc:CipherData/xenc:CipherValue"
_AT_KEY = "E/KeyInfo/EncryptedKey"
_AT_AGREED = f"{_AT_KEY}/KeyInfo/AgreementMethod"
_AT_KDF = f"{_AT_AGREED}/KeyDerivationMethod/ConcatKDFParams"
_AT_POINT = f"{_AT_AGREED}/OriginatorKeyInfo/KeyValue/ECKeyValue/PublicKey"
_AT_WRAPPED, _AT_CIPHER = f"{_AT_KEY}/CipherData/CipherValue", "E/CipherData/CipherValue"
_OTHER_ISSUER = "https://other.example"


def _sealed(edit: Callable[[Making, Element, bytes], object], *places: str, valid: bool = True) -> Deed:
    """Encrypted as ever, then something in it changed, so that it is shown as it is."""

    def do(making: Making, data: bytes) -> Element:
        made = making.encrypt(data)
        edit(making, made, data)
        return made

    return Deed(Stage.ENCRYPTION, do, places, valid=valid)


def _as_bytes(path: str, change: Callable[[bytes], bytes]) -> Callable[[Making, Element, bytes], None]:
    def edit(_making: Making, encrypted: Element, _data: bytes) -> None:
        value = found(encrypted, path)
        value.text = b64encode(change(b64decode(value.text or ""))).decode()

    return edit


def _last_flipped(data: bytes) -> bytes:
    return data[:-1] + bytes((data[-1] ^ 1,))


def _shorter_tag(count: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: len(data) - 16 + count]


def _between(u: Callable[[Making], str], v: Callable[[Making], str]) -> Deed:
    """Agreed between others, and so named."""

    def do(making: Making, data: bytes) -> Element:
        login = making.login
        with replacing(login.drawing()):
            return true(encrypted_data)(
                data, login.request.provider.encryption_target(), (u(making), v(making)), login.key_bytes
            )

    return Deed(Stage.ENCRYPTION, do, (_AT_KDF, _AT_WRAPPED))


def _to_another(making: Making, data: bytes) -> Element:
    login = making.login
    with replacing(login.drawing()):
        return true(encrypted_data)(data, login.bystander.certificate, login.parties, login.key_bytes)


def _no_parties(_making: Making, encrypted: Element, _data: bytes) -> None:
    parameters = found(encrypted, _KDF)
    for name in ("PartyUInfo", "PartyVInfo"):
        del parameters.attrib[name]


def _point_is(point: Callable[[bytes], bytes]) -> Deed:
    return _sealed(_as_bytes(_POINT, point), _AT_POINT)


def _off_curve(point: bytes) -> bytes:
    """X as it is, y one more: no point of the curve."""
    return point[:-1] + bytes((point[-1] ^ 1,))


def _of_another_curve(_point: bytes) -> bytes:
    key = generate_private_key(SECP384R1()).public_key()
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _cbc(making: Making, encrypted: Element, data: bytes) -> None:
    padder, start = padding.PKCS7(128).padder(), os.urandom(16)
    encryptor = Cipher(algorithms.AES(making.login.drawn.content_key), modes.CBC(start)).encryptor()
    padded = padder.update(data) + padder.finalize()
    found(encrypted, "xenc:EncryptionMethod").set("Algorithm", "http://www.w3.org/2001/04/xmlenc#aes256-cbc")
    found(encrypted, _CIPHER).text = b64encode(start + encryptor.update(padded) + encryptor.finalize()).decode()


def _transported(algorithm: str, pad: rsa_padding.AsymmetricPadding) -> Deed:
    """The content key under an RSA key that nobody has, as in other profiles."""

    def edit(making: Making, encrypted: Element, _data: bytes) -> None:
        key = found(encrypted, _KEY)
        take_away(found(key, "ds:KeyInfo"))
        found(key, "xenc:EncryptionMethod").set("Algorithm", algorithm)
        transport = generate_rsa_key(65537, 2048).public_key().encrypt(making.login.drawn.content_key, pad)
        found(encrypted, _WRAPPED).text = b64encode(transport).decode()

    return _sealed(edit, _AT_KEY)


def _kw128(making: Making, encrypted: Element, _data: bytes) -> None:
    name = "http://www.w3.org/2001/04/xmlenc#kw-aes128"
    found(encrypted, f"{_KEY}/xenc:EncryptionMethod").set("Algorithm", name)
    found(encrypted, _WRAPPED).text = key_wrapped(making.login, agreed(making.login)[:16])


def _reference(address: Callable[[Making], str]) -> Deed:
    def edit(making: Making, encrypted: Element, _data: bytes) -> None:
        holder = found(encrypted, "xenc:CipherData")
        take_away(holder[0])
        holder.append(fragment(f'<xenc:CipherReference URI="{address(making)}"/>'))

    return _sealed(edit, "E/CipherData")


def _cycle(_making: Making, encrypted: Element, _data: bytes) -> None:
    """The key that opens the key is that key."""
    key = found(encrypted, _KEY)
    info = found(key, "ds:KeyInfo")
    take_away(info[0])
    kind = "http://www.w3.org/2001/04/xmlenc#EncryptedKey"
    info.append(fragment(f'<ds:RetrievalMethod Type="{kind}" URI="#{key.get("Id")}"/>'))


def _oracle(path: str, change: Callable[[bytes], bytes], place: str) -> Deed:
    """Something in the cipher broken after signing, by bytes."""

    def do(_making: Making, soap: bytes) -> bytes:
        encrypted = found(etree.fromstring(soap), "soap:Body/saml2p:ArtifactResponse/saml2p:Response/"
                          "saml2:EncryptedAssertion/xenc:EncryptedData")  # fmt: skip
        old = (found(encrypted, path).text or "").encode()
        new = b64encode(change(b64decode(old)))
        return soap.replace(b">" + old + b"<", b">" + new + b"<")

    return Deed(Stage.BYTES, do, (place,), "--")


def _plain(making: Making, response: Element) -> None:
    old = found(response, "saml2:EncryptedAssertion")
    old.addprevious(detached(etree.fromstring(making.assertion())))
    take_away(old)


def _second_block_flipped(data: bytes) -> bytes:
    return data[:NONCE_BYTES] + bytes((data[NONCE_BYTES] ^ 1,)) + data[NONCE_BYTES + 1 :]


_OAEP = rsa_padding.OAEP(rsa_padding.MGF1(SHA1()), SHA1(), None)  # noqa: S303 - what the name of the algorithm says
DEEDS: dict[str, Deed] = {
    "enc.plain": Deed(Stage.RESPONSE, _plain, ("R/EncryptedAssertion", "R/Assertion")),
    "enc.other_key": Deed(Stage.ENCRYPTION, _to_another, (_AT_WRAPPED,)),
    "enc.party_u": _between(lambda _: "login.evil.pl", lambda making: making.login.parties[1]),
    "enc.party_v": _between(lambda making: making.login.parties[0], lambda _: _OTHER_ISSUER),
    "enc.kdf_missing": _sealed(_no_parties, _AT_KDF),
    "enc.off_curve:near": _point_is(_off_curve),
    "enc.off_curve:infinity": _point_is(lambda _: b"\0"),
    "enc.off_curve:other_curve": _point_is(_of_another_curve),
    "enc.wrap_broken": _sealed(_as_bytes(_WRAPPED, _last_flipped), _AT_WRAPPED),
    "enc.tag_flip": _sealed(_as_bytes(_CIPHER, _last_flipped), _AT_CIPHER),
    **{
        f"enc.tag_short:{count}": _sealed(_as_bytes(_CIPHER, _shorter_tag(count)), _AT_CIPHER)
        for count in (12, 8, 4, 0)
    },
    "enc.cbc": _sealed(_cbc, "E/EncryptionMethod", _AT_CIPHER),
    "enc.rsa:oaep": _transported("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", _OAEP),
    "enc.rsa:pkcs1": _transported("http://www.w3.org/2001/04/xmlenc#rsa-1_5", rsa_padding.PKCS1v15()),
    "enc.rsa:kw128": _sealed(_kw128, _AT_KEY),
    "enc.oracle:point": _oracle(_POINT, _off_curve, _AT_POINT),
    "enc.oracle:key": _oracle(_WRAPPED, _last_flipped, _AT_WRAPPED),
    "enc.oracle:content": _oracle(_CIPHER, _second_block_flipped, _AT_CIPHER),
    "enc.oracle:tag": _oracle(_CIPHER, _last_flipped, _AT_CIPHER),
    "enc.cipher_reference:http": _reference(lambda making: making.login.listener),
    "enc.cipher_reference:file": _reference(lambda _: "file:///etc/hostname"),
    "enc.nested:cycle": _sealed(_cycle, f"{_AT_KEY}/KeyInfo"),
}
