"""Registering service providers: from a file given at start, through the control API, or from their SAML metadata."""

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from .federation import SITES_BY_ISSUER
from .saml.errors import SamlRefused
from .saml.keys import Certificate
from .saml.levels import Level
from .saml.metadata import read_provider_metadata
from .saml.model import Provider


class RegistrationInvalid(ValueError):
    """A provider that cannot be registered; the message says what is wrong and what to do."""


class ProviderEntry(BaseModel):
    """A service provider, as somebody writes it down.

    Attributes:
        issuer: its entity ID, exactly as its requests carry it.
        name: shown to the person on every page.
        acs_urls: where artifacts are posted to; compared letter for letter. A request may name one by its place,
            counted from 0; the first is the default.
        certificate: PEM, with which it signs.
        encryption_certificate: PEM of a P-256 key, if it signs with RSA.
        level: the least that a request is taken to ask for when it names none.
        logout_url: where the hub sends its own LogoutRequests.
    """

    model_config = ConfigDict(extra="forbid")

    issuer: str
    name: str
    acs_urls: Annotated[tuple[str, ...], Field(min_length=1)]
    certificate: str
    encryption_certificate: str | None = None
    level: Literal["low", "substantial", "high"] = "low"
    logout_url: str | None = None

    def provider(self) -> Provider:
        """The provider as the hub keeps it.

        Raises:
            RegistrationInvalid: a certificate is not PEM, there is no P-256 key to encrypt to, or it is one of ours.
        """
        try:
            encryption = self.encryption_certificate and Certificate.from_pem(self.encryption_certificate)
            provider = Provider(
                issuer=self.issuer,
                name=self.name,
                acs_urls=self.acs_urls,
                signing_certificates=(Certificate.from_pem(self.certificate),),
                encryption_certificate=encryption or None,
                logout_url=self.logout_url,
                minimum_level=Level[self.level.upper()],
            )
            provider.encryption_target()
        except ValueError as error:
            raise RegistrationInvalid(f"{self.issuer}: the certificate is not PEM: {error}") from error
        except SamlRefused as refusal:
            raise RegistrationInvalid(refusal.detail) from refusal
        return _none_of_ours(provider)


_ENTRIES = TypeAdapter(list[ProviderEntry])


def provider_from_metadata(document: bytes | str) -> Provider:
    """The provider that a metadata document describes, in bytes of any encoding or as text.

    Raises:
        RegistrationInvalid: the document lacks something, cannot be read, or describes one of ours.
    """
    try:
        return _none_of_ours(read_provider_metadata(document))
    except SamlRefused as refusal:
        raise RegistrationInvalid(refusal.detail) from refusal


def _none_of_ours(provider: Provider) -> Provider:
    if provider.issuer in SITES_BY_ISSUER:
        raise RegistrationInvalid(
            f"{provider.issuer} is one of the mock's own service providers: register yours under another issuer"
        )
    return provider


def read_providers_file(file: Path) -> dict[str, Provider]:
    """Every provider of a YAML or JSON list (of a SAML metadata document: the one), by issuer.

    Raises:
        RegistrationInvalid: the file is missing or something in it is wrong.
    """
    try:
        content = file.read_bytes()
        if file.suffix == ".xml":
            provider = provider_from_metadata(content)  # says its own encoding
            return {provider.issuer: provider}
        return {e.issuer: e.provider() for e in _ENTRIES.validate_python(yaml.safe_load(content.decode("utf-8-sig")))}
    except OSError as error:
        raise RegistrationInvalid(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RegistrationInvalid(f"{file} is not UTF-8 at byte {error.start + 1}: save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise RegistrationInvalid(f"{file} is neither YAML nor JSON: {error}") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise RegistrationInvalid(f"{file}: {problems}") from error
    except (ValueError, RecursionError) as error:
        raise RegistrationInvalid(f"{file}: {error}") from error
