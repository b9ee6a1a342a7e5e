"""What the messages say, once read and checked."""

from dataclasses import dataclass, field
from datetime import date, datetime

from .attributes import ALL_ATTRIBUTES, Attribute
from .errors import SamlRefused
from .keys import Certificate
from .levels import Level
from .names import REQUESTER, SUCCESS

PESEL_LENGTH = 11


@dataclass(frozen=True)
class Subject:
    """The person an assertion speaks of; ``pesel`` is eleven digits, leading zeros kept.

    Raises:
        ValueError: the PESEL is not eleven digits. More is looked at where an assertion is read.
    """

    given_name: str
    family_name: str
    birth_date: date
    pesel: str = field(repr=False)

    def __post_init__(self) -> None:
        """Check the PESEL's form."""
        if not (len(self.pesel) == PESEL_LENGTH and self.pesel.isascii() and self.pesel.isdigit()):
            raise ValueError("a PESEL is eleven digits")


@dataclass(frozen=True)
class Status:
    """The outcome of a request: codes, outermost first, and an optional message (saml-core 3.2.2)."""

    codes: tuple[str, ...] = (SUCCESS,)
    message: str | None = None


@dataclass(frozen=True)
class Provider:
    """A service provider as the hub has it registered.

    Attributes:
        issuer: its entity ID.
        name: what a person is shown.
        acs_urls: its assertion consumer addresses, compared letter for letter; the first is the default.
        signing_certificates: any of them may sign.
        encryption_certificate: whose key assertions are encrypted to; by default the first P-256 signing one.
        logout_url: where the hub sends its own LogoutRequests, or None.
        minimum_level: what a request that names no level is taken to ask for.
        acs_indexes: the index of each address, by which a request may name it; counted from 0 unless given.
    """

    issuer: str
    name: str
    acs_urls: tuple[str, ...]
    signing_certificates: tuple[Certificate, ...]
    encryption_certificate: Certificate | None = None
    logout_url: str | None = None
    minimum_level: Level = Level.LOW
    acs_indexes: tuple[str, ...] = ()

    @property
    def acs_by_index(self) -> dict[str, str]:
        """The assertion consumer addresses by their indexes."""
        return dict(zip(self.acs_indexes or map(str, range(len(self.acs_urls))), self.acs_urls, strict=True))

    def encryption_target(self) -> Certificate:
        """The certificate to encrypt to.

        Raises:
            SamlRefused: ``encryption_key_missing``, it holds no P-256 key, or none of its certificates does.
        """
        candidates = (self.encryption_certificate,) if self.encryption_certificate else self.signing_certificates
        for certificate in candidates:
            if certificate.is_p256:
                return certificate
        detail = f"{self.issuer} has no P-256 certificate to encrypt to: register an encryption certificate"
        raise SamlRefused("encryption_key_missing", detail, REQUESTER)


@dataclass(frozen=True)
class OperationContext:
    """What the person is logging in for, as some clients tell: ``kind`` is ``coi`` or ``kir``."""

    kind: str
    text: str


@dataclass(frozen=True)
class AuthnRequest:
    """A checked request to log a person in (saml-core 3.4.1)."""

    id: str
    issue_instant: datetime
    issuer: str
    provider: Provider
    acs_url: str
    minimum_level: Level
    force_authn: bool = False
    is_passive: bool = False
    provider_name: str | None = None
    sp_type: str | None = None
    attributes: tuple[Attribute, ...] = ALL_ATTRIBUTES
    operation_contexts: tuple[OperationContext, ...] = ()


@dataclass(frozen=True)
class ArtifactResolve:
    """A checked request to exchange an artifact for a response (saml-core 3.5.1)."""

    id: str
    issuer: str
    provider: Provider
    artifact: str


@dataclass(frozen=True)
class IssuedArtifact:
    """What the hub remembers of an artifact it handed out; the caller keeps it, and marks it used atomically.

    Attributes:
        certificates: with which its provider could sign when it asked. Where nobody is registered, an issuer is but a
            claim, and they alone tell who asked.
    """

    artifact: str
    issued_to: str
    issued_at: datetime
    certificates: tuple[Certificate, ...]
    used: bool = False


@dataclass(frozen=True)
class Assertion:
    """A checked assertion; ``id`` is also the session index (login.gov.pl profile).

    A session that it opens must end at ``session_not_on_or_after``, if the hub says one.
    """

    id: str
    session_index: str
    name_id: str
    level: Level
    authenticating_authorities: tuple[str, ...]
    not_before: datetime
    not_on_or_after: datetime
    audience: str
    subject: Subject
    session_not_on_or_after: datetime | None = None


@dataclass(frozen=True)
class LogoutRequest:
    """A checked request to end a session (saml-core 3.7.1); no session index means every session of the person.

    Attributes:
        certificates: with which its sender could sign it. Where nobody is registered, they alone tell who asks.
    """

    id: str
    issuer: str
    name_id: str
    session_index: str | None
    certificates: tuple[Certificate, ...]
