"""What the part of the control API that chooses answers takes and tells."""

from typing import Annotated

from pydantic import Field

from ..control.api import Message
from ..kernel.values import Pesel, WebAddress

LONGEST_ID = 1024
RequestId = Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]


class Chosen(Message):
    """What a login is answered with.

    ``answer``: ``id`` or ``id:variant``, or ``good``; ``other``: the PESEL of somebody of this world who is Bob in
    forgeries; ``earlier``: the request of a login that was answered by choice, for answers that need one;
    ``listener``: an address that counts who calls; ``skew_seconds``: how far the provider lets clocks be apart;
    ``session_seconds``: when a session is to end that begins now, for the ``good`` answer alone.
    """

    answer: str
    other: Pesel | None = None
    earlier: RequestId | None = None
    listener: WebAddress | None = None
    skew_seconds: Annotated[int, Field(ge=0, le=3600)] = 60
    session_seconds: Annotated[int, Field(ge=1, le=86400)] | None = None


class AnswerSeen(Message):
    """A row of the table: what it is called, what is changed, and what must follow."""

    id: str
    sends: list[str]
    change: str
    layer: str
    duty: str
    must: str
    gravity: str
    reach: str
    verdict: str
    gain: str
    mend: str
    needs: list[str]
    may_block: bool
    source: str


class PersonSeen(Message):
    """Somebody, as an assertion tells."""

    pesel: str
    given_name: str
    family_name: str


class ChosenSeen(Message):
    """What was chosen, and who Bob is."""

    request: str
    answer: str
    other: PersonSeen


class ChangeSeen(Message):
    """One place at which what was sent differs from the good answer; null is where there is nothing."""

    place: str
    good: str | None
    sent: str | None
    follows: bool


class SentSeen(Message):
    """What a login was answered with: both envelopes, the assertions in clear, and where they differ."""

    answer: str
    person: PersonSeen
    session_index: str
    sent: str
    good: str
    assertions: list[str]
    changes: list[ChangeSeen]


class ArtifactWanted(Chosen):
    """A further artifact for a login that was answered, about ``pesel`` or the same person."""

    pesel: Pesel | None = None


class ArtifactSeen(Message):
    """A fresh artifact; the browser brings it as ``SAMLart``."""

    artifact: str


class LogoutWanted(Message):
    """A logout message by its name in the table, or ``ok.logout_index`` for a good one."""

    answer: str


class LogoutSeen(Message):
    """What the hub sent to the provider, and what came back; null where nobody answered."""

    request: str
    answer: str | None
