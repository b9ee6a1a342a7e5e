"""What is known of an answer with a chosen defect: what is changed, what must follow, and why that matters."""

from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """Where an answer differs from the good one, named as the catalogue names it."""

    BROWSER = "B"
    """The form that the browser posts to the assertion consumer service."""
    HTTP = "H"
    """HTTP of the back channel."""
    SOAP = "S"
    """The envelope."""
    ARTIFACT_RESPONSE = "A"
    RESPONSE = "R"
    BOTH = "AR"
    """Artifact response and response."""
    ENCRYPTED = "E"
    """The encrypted assertion."""
    ASSERTION = "T"
    """The assertion in clear, before it is encrypted."""
    LOGOUT = "L"
    """A logout message to the provider."""


class Duty(StrEnum):
    """What a provider owes; only a broken `REFUSE` counts as letting in."""

    REFUSE = "must refuse"
    ACCEPT = "must accept"
    EITHER = "either"
    """Not broken, nobody else in, no markup, no redirect to outside."""


class Gravity(StrEnum):
    """How bad it is if the provider fails."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Reach(StrEnum):
    """Who could send such an answer."""

    BROWSER = "any browser"
    BACK_CHANNEL = "who sits on the back channel"
    """TLS unchecked, a proxy, a wrong address."""
    HUB = "a faulty hub"
    """It needs the hub's key: it proves that a check exists."""


class Need(StrEnum):
    """What must be there for an answer to apply; where it is not, the answer is not applicable."""

    LOGOUT = "logout"
    """The provider has an address for the hub's LogoutRequest."""
    HTTPS = "https"
    """The provider reaches the hub by https."""
    LEVEL = "level"
    """It asked for more than ``low``."""
    ROLLOVER = "rollover"
    """It takes the hub's keys from metadata, and the world's keys are where the answer says."""
    LISTENER = "listener"
    """Somebody counts who calls; the address is given with the choice."""
    EARLIER = "earlier"
    """A login that was answered with ``good`` before; its request is named with the choice."""
    CLOCK = "clock"
    """The provider lives by the world's clock."""


class Verdict(StrEnum):
    """What is asked after the answer."""

    BY_DUTY = "in or refused, as the duty says"
    HARMLESS = "in, and what came is shown without taking effect"
    ONE_SESSION = "one session, however often it is sent"
    WHOLLY = "wholly the person whom the last answer names, in a new session"
    BOB = "wholly Bob, whom the answer names"
    WHOLE_VALUE = "the whole value or a refusal, never a part of it"
    NOT_FOLLOWED = "the listener was not asked for anything"
    SAME_ANSWER = "every variant gets the same page, in about the same time"
    NOT_OUTSIDE = "in or refused, but nobody is led outside"
    ONE_QUESTION = "what is sent to the hub stays one well-formed message"
    ENDS = "the session ends"
    STAYS = "nobody's session ends"


@dataclass(frozen=True)
class Variant:
    """One of several ways to send an answer.

    Attributes:
        name: told after the answer's id and a colon; empty where there is but one way.
        change: what is special about this one, in words.
        reach: where it is another than the answer's.
    """

    name: str = ""
    change: str = ""
    reach: Reach | None = None


@dataclass(frozen=True)
class BrowserLeg:
    """What the browser brings back instead of the form as it came.

    In fields ``{artifact}`` and ``{relay_state}`` are what the hub gave in this login. With the prefix ``other_`` they
    are those of a second one, which `other` says whose it is. ``{forged}`` is a base64 SAMLResponse about Bob that
    anybody can write, ``{genuine}`` one that the hub signed for another provider, ``{bomb}`` a deflated one that
    unpacks to 100 MB; ``{evil}`` is another origin, ``{evil_host}`` its host, ``{100_kB}`` so many letters.

    Attributes:
        fields: names and values in their order; None posts nothing at all.
        times: how often it is posted.
        at_once: whether all of them at the same time.
        cookies: whether the browser brings its cookies.
        other: whose second login at the hub is needed: ``ann`` or ``bob``.
        browser: which posts it: ``own``, the ``other`` login's, or a ``new`` one that was never at the provider.
        posted: of which of the two logins the form is posted, one after another; ``own`` is the one begun last.
        already_in: whether somebody else is in already, in the same browser.
    """

    fields: tuple[tuple[str, str], ...] | None = (("SAMLart", "{artifact}"), ("RelayState", "{relay_state}"))
    times: int = 1
    at_once: bool = False
    cookies: bool = True
    other: str | None = None
    browser: str = "own"
    already_in: bool = False
    posted: tuple[str, ...] = ("own",)


@dataclass(frozen=True)
class Answer:
    """An answer that differs from a good one at one place; the person who logs in is Ann, the other one Bob.

    Attributes:
        id: its name in the catalogue, ``<family>.<name>``.
        change: what is changed, in words.
        layer: where.
        duty: what the provider owes.
        must: the words that bind it, where the duty is to refuse.
        gravity: how bad it is if it does not do so.
        reach: who could send it.
        verdict: what is asked afterwards.
        gain: what an attacker or a user would get.
        source: where the duty stands, and which holes it was; ``(from memory)`` marks a number not looked up.
        mend: what to change in the provider.
        variants: the ways to send it, each once.
        legs: what the browser does, by the name of a variant; empty where the hub alone sends it.
        needs: what must be there for it to apply.
        may_block: whether it could hold a provider up: it is sent alone, and last.
        advice: whether a provider that lets it in is told so as advice; only where the duty is `Duty.EITHER`.
    """

    id: str
    change: str
    layer: Layer
    duty: Duty
    must: str
    gravity: Gravity
    reach: Reach
    verdict: Verdict
    gain: str
    source: str
    mend: str
    variants: tuple[Variant, ...] = (Variant(),)
    legs: tuple[tuple[str, BrowserLeg], ...] = ()
    needs: tuple[Need, ...] = ()
    may_block: bool = False
    advice: bool = False

    @property
    def family(self) -> str:
        """What stands before the dot."""
        return self.id.partition(".")[0]

    @property
    def sends(self) -> tuple[str, ...]:
        """Every way to send it, as the control API names them: ``id`` or ``id:variant``."""
        return tuple(f"{self.id}:{variant.name}" if variant.name else self.id for variant in self.variants)

    def reach_of(self, send: str) -> Reach:
        """Who could send this one of `sends`."""
        [variant] = [one for one in self.variants if one.name == send.partition(":")[2]]
        return variant.reach or self.reach

    def leg_of(self, send: str) -> BrowserLeg | None:
        """What the browser does for this one of `sends`, or None: it does as always."""
        return dict(self.legs).get(send.partition(":")[2])
