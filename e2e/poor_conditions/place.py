"""What is common to the rows of the table of places."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from e2e.poor_conditions.scene import Scene
from fixtures.devices import COMPUTER, Device
from fixtures.people import Confirmation
from pages.ikp.entrance import ConsentPage

Act = Callable[[Scene], object]


class Kind(Enum):
    """What a person does at a place."""

    WAIT = auto()
    """The page is told of what happens elsewhere, and moves on by itself."""
    FILL = auto()
    """The person sends a form."""
    PASS = auto()
    """Nothing is asked of the person."""


class Back(Enum):
    """What a person meets who goes back to a form that was sent."""

    AGAIN = auto()
    """The form, which can be sent once more."""
    ON = auto()
    """The page to which the form has led."""
    SPENT = auto()
    """Advice to begin again: the login went on elsewhere."""


@dataclass(frozen=True)
class Step:
    """Something happens, and the page tells it.

    Attributes:
        do: what happens elsewhere (``WAIT``), or what the person does.
        told: asserts that the person is told or is at the next page, by the page itself.
    """

    do: Act
    told: Act


@dataclass(frozen=True)
class Place:
    """One row: a page on the way into an account, and how it goes on from there.

    Attributes:
        id: its name in the report.
        open: brings the person there.
        steps: lead from there to the end: signed in, or told to begin again.
        expire: moves the clock to just before the edge; time that passes does the rest.
        expired: asserts that the page tells so by itself, and takes the way on that it offers.
        shows_qr: whether a phone's camera looks at it.
        back: what Back shows after its form was sent.
        loses: for ``PASS``, the address to which the last request of its step goes.
        device: where, unless the condition says otherwise.
        by_reader: whether a reader of the e-dowód is used, which is offered to no screen that is touched.
        on_phones: whether phones that ``--device`` names are before it, too: it looks and leads on there as elsewhere.
        confirmation: how the person's trusted profile confirms.
    """

    id: str
    kind: Kind
    open: Act
    steps: tuple[Step, ...]
    expire: Act | None = None
    expired: Act | None = None
    shows_qr: bool = False
    back: Back = Back.AGAIN
    loses: str = ""
    device: Device = COMPUTER
    by_reader: bool = False
    on_phones: bool = True
    confirmation: Confirmation = Confirmation.SMS


def into_account(scene: Scene) -> None:
    """The login is over: the regulations come, and then the person's own account."""
    home = ConsentPage(scene.page).submit_to_account()
    home.expect_patient(scene.person.full_name, scene.person.pesel)
    scene.account.expect_open(scene.page.context, scene.person.pesel)
