"""Registering service providers: from a file given at start, through the control API, or from their SAML metadata."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from ..kernel.problems import problems_of
from ..kernel.values import Line, WebAddress, require_line, require_web_address
from ..saml.errors import SamlRefused
from ..saml.keys import Certificate
from ..saml.levels import Level
from ..saml.metadata import read_provider_metadata
from ..saml.model import Provider
from .federation import SITES_BY_ISSUER


class RegistrationInvalid(ValueError):
    """A provider that cannot be registered; the message says what is wrong and what to do."""


class ProviderEntry(BaseModel):
    """A service provider, as somebody writes it down.

    Attributes:
        issuer: its entity ID, exactly as its requests carry it.
        name: shown to the person on every page.
        acs_urls: where artifacts are posted to; compared letter for letter. A request may name one by its place,
            counted from 0; the first is the default.
        certificate: PEM, with which it signs; several are several certificates, each good for its signatures.
        encryption_certificate: PEM of a P-256 key, if it signs with RSA.
        level: the least that a request is taken to ask for when it names none.
        logout_url: where the hub sends its own LogoutRequests.
    """

    model_config = ConfigDict(extra="forbid")

    issuer: Line
    name: Line
    acs_urls: Annotated[tuple[WebAddress, ...], Field(min_length=1)]
    certificate: str
    encryption_certificate: str | None = None
    level: Literal["low", "substantial", "high"] = "low"
    logout_url: WebAddress | None = None

    def provider(self) -> Provider:
        """The provider as the hub keeps it.

        Raises:
            RegistrationInvalid: a certificate is not PEM, there is no P-256 key to encrypt to, or it is one of ours.
        """
        try:
            given = self.encryption_certificate
            encryption = Certificate.all_from_pem(given) if given is not None else ()
            provider = Provider(
                issuer=self.issuer,
                name=self.name,
                acs_urls=self.acs_urls,
                signing_certificates=Certificate.all_from_pem(self.certificate),
                encryption_certificate=encryption[0] if encryption else None,
                logout_url=self.logout_url,
                minimum_level=Level[self.level.upper()],
            )
            provider.encryption_target()
        except ValueError as error:
            raise RegistrationInvalid(f"{self.issuer}: the certificate is not PEM: {error}") from error
        except SamlRefused as refusal:
            raise RegistrationInvalid(refusal.detail) from refusal
        if len(encryption) > 1:
            raise RegistrationInvalid(f"{self.issuer}: assertions are encrypted to one certificate: name one")
        return _none_of_ours(provider)


_ENTRIES = TypeAdapter(list[ProviderEntry])


def provider_from_metadata(document: bytes | str) -> Provider:
    """The provider that a metadata document describes, in bytes of any encoding or as text.

    Raises:
        RegistrationInvalid: the document lacks something, cannot be read, or describes one of ours.
    """
    try:
        provider = read_provider_metadata(document)
    except SamlRefused as refusal:
        raise RegistrationInvalid(refusal.detail) from refusal
    _require("entityID", require_line, provider.issuer)
    _require(f"{provider.issuer}: OrganizationDisplayName", require_line, provider.name)
    for address in (*provider.acs_urls, *filter(None, [provider.logout_url])):
        _require(provider.issuer, require_web_address, address)
    return _none_of_ours(provider)


def _require(what: str, check: Callable[[str], None], value: str) -> None:
    """Hold a part of metadata against what an entry's is held against."""
    try:
        check(value)
    except ValueError as error:
        raise RegistrationInvalid(f"{what}: {error}") from error


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
        raise RegistrationInvalid(f"{file}: {problems_of(error, _ENTRIES, 'file')}") from error
    except (ValueError, RecursionError) as error:
        raise RegistrationInvalid(f"{file}: {error}") from error
