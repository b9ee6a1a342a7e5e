"""What an answer is made of: the login that it answers, and what else its maker has at hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import cycle

from ..kernel.rules import Replacements, name_of
from ..saml.assertion import Identification
from ..saml.encryption import Drawn, draw
from ..saml.identity_hub import IdentityHub
from ..saml.keys import KeyPair, make_key_pair
from ..saml.model import ArtifactResolve, AuthnRequest
from ..saml.names import new_id

LONGEST_KEY = 32
NOBODY_LISTENS = "http://127.0.0.1:9/"
"""The discard port, where no listener is named."""


@dataclass(frozen=True)
class Earlier:
    """A login of the same browser that was answered before."""

    request_id: str
    assertion_id: str
    name_id: str


@dataclass(frozen=True)
class Login:
    """One login, from which the good answer and the one with a defect are both made, with the same IDs, time and keys.

    Attributes:
        hub: from `steady`.
        resolve: how the provider asked for the answer.
        request: what it answers.
        told: who logged in: Ann.
        other: somebody else: Bob.
        session_index: the assertion's ID.
        now: the hub's time.
        bystander: the keys of another provider that the hub knows.
        retired: the hub's keys before the last rollover, if they are no longer announced.
        coming: the hub's keys after the rollover, if both are announced.
        rsa: RSA keys of the hub, if its metadata announces them.
        listener: an address that counts who calls.
        earlier: a login before, if one was named.
        skew: how far clocks may be apart, as the provider promises.
        drawn: what chance gave for the encryption.
    """

    hub: IdentityHub
    resolve: ArtifactResolve
    request: AuthnRequest
    told: Identification
    other: Identification
    session_index: str
    now: datetime
    bystander: KeyPair
    retired: KeyPair | None = None
    coming: KeyPair | None = None
    rsa: KeyPair | None = None
    listener: str = NOBODY_LISTENS
    earlier: Earlier | None = None
    skew: timedelta = timedelta(seconds=60)
    drawn: Drawn = field(default_factory=lambda: draw(LONGEST_KEY))

    @property
    def there(self) -> datetime:
        """The time by the provider's clock."""
        return self.now + self.hub.clock_ahead(self.request.issuer)

    @property
    def parties(self) -> tuple[str, str]:
        """Between whom the key is agreed."""
        return self.hub.issuer, self.request.issuer

    def about_the_other(self) -> "Login":
        """The same login as if Bob had logged in."""
        return replace(self, told=self.other)

    @property
    def key_bytes(self) -> int:
        """How long the content key is."""
        return self.hub.node.content_key_bytes

    def drawing(self) -> Replacements:
        """What makes chance give the same again."""
        return {name_of(draw): self.draw_again}

    def draw_again(self, content_key_bytes: int) -> Drawn:
        """What was drawn, as often as it is asked for."""
        return replace(self.drawn, content_key=self.drawn.content_key[:content_key_bytes])


def steady(hub: IdentityHub) -> IdentityHub:
    """The hub, which names the two messages of each answer alike: an answer takes exactly two IDs."""
    ids: Iterator[str] = cycle((new_id(), new_id()))
    return replace(hub, new_message_id=lambda: next(ids))


@cache
def stranger() -> KeyPair:
    """Keys that nobody has registered; one pair, since each takes milliseconds to make."""
    return make_key_pair("stranger.example", datetime.now(UTC))
