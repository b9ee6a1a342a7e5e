"""Holes in what an assertion must say."""

from measure.holes.hole import hole

_RECIPIENT = 'equal("Recipient", data.get("Recipient"), provider.acs_url)'
_TO = 'equal("InResponseTo", data.get("InResponseTo"), asked.request_id)'
_ISSUER = 'equal("Issuer", text_of(one(assertion, "saml2:Issuer")), hub.issuer)'
_OURS = 'require(our_issuer in audiences, f"it is meant for {audiences}")'
_GCM = "return AESGCM(content_key).decrypt(data[:_NONCE], data[_NONCE:], None)"
_CTR = """clear = Cipher(AES(content_key), CTR(data[:_NONCE] + bytes([0, 0, 0, 2]))).decryptor().update(data[_NONCE:])
        end = b"Assertion>"
        return clear[: clear.rindex(end) + len(end)]"""
_IMPORTS = """from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.hashes import SHA256
"""

HOLES = (
    hole("assertions may be of any version", "assertion",
         '    equal("Version", assertion.get("Version"), "2.0")\n', ""),
    hole("assertions may be of anybody", "assertion", f"    {_ISSUER}\n", ""),
    hole("the issuer may go on", "assertion", _ISSUER,
         'require(text_of(one(assertion, "saml2:Issuer")).startswith(hub.issuer), "Issuer")'),
    hole("audiences are not read", "assertion",
         'require(bool(restrictions), "it is meant for everybody")\n    for restriction in restrictions:',
         "for restriction in restrictions[:0]:"),
    hole("no audience is everybody", "assertion",
         '    require(bool(restrictions), "it is meant for everybody")\n', ""),
    hole("the audience may go on", "assertion", _OURS,
         'require(any(one_.startswith(our_issuer) for one_ in audiences), "audience")'),
    hole("the end does not matter", "assertion", '    require_not_over(conditions, "NotOnOrAfter", now)\n', ""),
    hole("an instant without zone is an error that nobody expects", "documents",
         'raise Refused(f"{type(error).__name__}: {error}") from error', "raise"),
    hole("unknown conditions are met", "assertion",
         '    require(not unknown, f"there are conditions that nobody here understands: {unknown}")\n',
         "    assert unknown is not None\n"),
    hole("any confirmation will do", "assertion",
         '            equal("Method", confirmation.get("Method"), BEARER)\n', ""),
    hole("any recipient will do", "assertion", f"            {_RECIPIENT}\n", ""),
    hole("the recipient may go on", "assertion", _RECIPIENT,
         'require((data.get("Recipient") or "").startswith(provider.acs_url), "Recipient")'),
    hole("any login may be confirmed", "assertion", f"            {_TO}\n", ""),
    hole("a confirmation lasts", "assertion", '            require_not_over(data, "NotOnOrAfter", now)\n', ""),
    hole("a level is not compared", "assertion",
         '    require(LEVELS.index(level) >= LEVELS.index(asked), f"{level} is less than was asked for")\n',
         "    assert asked\n"),
    hole("a session may be over", "assertion", '    require(now < ends, "the session is over already")\n',
         "    assert now\n", "sessions", " and (ends is None or now < ends)", " and (ends is None or True)"),
    hole("the tag is not checked", "decryption", _GCM, _CTR, "decryption",
         "from cryptography.hazmat.primitives.hashes import SHA256\n", _IMPORTS),
)  # fmt: skip
