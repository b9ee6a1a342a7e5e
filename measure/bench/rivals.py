"""The rivals' own full logins: an authorisation, a code, a token, and an ID token that is verified."""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

from measure.bench import bench_env, jose
from measure.bench.parties import WrongPerson
from measure.bench.wire import UnexpectedAnswer, Wire

_BACK = "https://bench.example/callback"
_NRIC = "S8979373D"


def mockpass_login(wire: Wire) -> Callable[[], None]:
    """SingPass's code flow: the ID token comes signed (RS256) and encrypted (RSA-OAEP)."""
    certificates = bench_env.FOLDER / "node_modules" / bench_env.MOCKPASS[0] / "static" / "certs"
    private, public = _private(certificates / "key.pem"), _public(certificates / "spcp.crt")
    custom = {"X_Custom_NRIC": _NRIC, "X_Custom_UUID": "a9865837-7bd7-46ac-bef4-42a76a946424"}

    def log_in() -> None:
        nonce, state = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        query = {"client_id": "bench", "redirect_uri": _BACK, "state": state, "nonce": nonce}
        answer = wire.send("GET", f"/singpass/authorize?{urlencode(query)}", **custom).expect(302)
        code = _code(answer.location, state)
        form = {"grant_type": "authorization_code", "code": code, "client_id": "bench", "redirect_uri": _BACK}
        token = json.loads(wire.post_form("/singpass/token", form).expect(200).body)["id_token"]
        claims = jose.verified(jose.decrypted(token, private), public)
        if claims["nonce"] != nonce or not claims["sub"].startswith(f"s={_NRIC}"):
            raise WrongPerson(str(claims))

    return log_in


def oidc_provider_mock_login(wire: Wire) -> Callable[[], None]:
    """The code flow: the ID token comes signed (RS256)."""
    key = jose.rsa_key(json.loads(wire.send("GET", "/jwks").expect(200).body)["keys"][0])

    def log_in() -> None:
        nonce, state = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        query = {
            "client_id": "bench", "redirect_uri": _BACK, "state": state, "nonce": nonce,
            "response_type": "code", "scope": "openid",
        }  # fmt: skip
        answer = wire.post_form(f"/oauth2/authorize?{urlencode(query)}", {"sub": "person"}).expect(302)
        code = _code(answer.location, state)
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": _BACK,
            "client_id": "bench", "client_secret": "any",
        }  # fmt: skip
        token = json.loads(wire.post_form("/oauth2/token", form).expect(200).body)["id_token"]
        claims = jose.verified(token, key)
        if claims["nonce"] != nonce or claims["sub"] != "person":
            raise WrongPerson(str(claims))

    return log_in


def _code(location: str, state: str) -> str:
    query = parse_qs(urlsplit(location).query)
    if query.get("state") != [state] or "code" not in query:
        raise UnexpectedAnswer(f"no code of ours in {location}")
    return query["code"][0]


def _private(file: Path) -> RSAPrivateKey:
    key = load_pem_private_key(file.read_bytes(), None)
    if not isinstance(key, RSAPrivateKey):
        raise UnexpectedAnswer(f"{file} holds no RSA key")
    return key


def _public(file: Path) -> RSAPublicKey:
    key = load_pem_x509_certificate(file.read_bytes()).public_key()
    if not isinstance(key, RSAPublicKey):
        raise UnexpectedAnswer(f"{file} holds no RSA key")
    return key
