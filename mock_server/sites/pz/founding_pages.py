"""The pages on which somebody founds a trusted profile: the institutions, and the data with user name and password."""

from starlette.responses import Response

from ...kernel.institutions import institution
from ...kernel.people import Confirmation
from ...kernel.translation import Text
from ...web.consented import consented
from ...web.delegation import Identity
from ...web.refusal import not_found
from ...web.visit import Visit
from . import rules
from .confirming import ask_to_confirm, person_of
from .founding import USERNAME_TAKEN, Chosen, Founding, username_is_free
from .hub_login import hub_login
from .obstacle import Obstacle, obstacle_to
from .operation import Operations
from .site import site
from .through_bank import offered, send_to_bank

_UNFIT_USERNAME = Text("Podaj od 3 do 64 znaków: liter bez polskich znaków, cyfr, kropek, łączników i podkreślników.")
_WEAK_PASSWORD = Text(
    "Podaj od 8 do 64 znaków, w tym wielką literę, cyfrę i znak specjalny, bez spacji na początku i końcu."
)
_OTHER_PASSWORD = Text("Hasła różnią się. Wpisz to samo hasło w obu polach.")


@site.get("/ui/au/register")
async def begin(visit: Visit) -> Response:
    """Begin a founding."""
    return _begin(visit, login=None)


@site.get("/ui/au/login/{flow}/register")
async def begin_from_login(visit: Visit) -> Response:
    """Begin a founding at a login that another site asked for, to which the person will go back."""
    return _begin(visit, login=hub_login(visit).id)


def _begin(visit: Visit, login: str | None) -> Response:
    founding = Founding(visit.mark_browser(), visit.now, login=login, start=visit.url("pz", "/ui/au/register"))
    visit.world.state(Operations).begin(founding)
    return visit.redirect(founding.address)


@site.get("/ui/au/register/{flow}")
async def choose(visit: Visit) -> Response:
    """Show the institutions."""
    founding = _founding(visit)
    return visit.render("founding.html", operation=founding, notice=founding.notice, banks=offered())


@site.post("/ui/au/register/{flow}/bank")
async def choose_bank(visit: Visit) -> Response:
    """Ask the institution that the person chose."""
    founding = _founding(visit)
    founding.forget(visit)
    return await send_to_bank(visit, founding)


@site.get("/ui/au/register/{flow}/data")
async def data(visit: Visit) -> Response:
    """Show what the institution said, or what stands in this person's way."""
    founding = _founding(visit)
    return _data(visit, founding, founding.told) if founding.told else visit.redirect(founding.address)


@site.post("/ui/au/register/{flow}/data")
async def take_data(visit: Visit) -> Response:
    """Take user name and password, and ask for the code."""
    founding = _founding(visit)
    if founding.told is None:
        return visit.redirect(founding.address)
    person = person_of(visit, founding.told.pesel)
    chosen = Chosen(visit.field("username"), visit.form.get("password", ""))
    errors = _errors(visit, chosen, person.pesel)
    if errors or obstacle_to(visit, founding.told, person):
        return _data(visit, founding, founding.told, errors)
    founding.chosen = chosen
    return ask_to_confirm(visit, founding, person, Confirmation.SMS)


def _data(visit: Visit, founding: Founding, told: Identity, errors: dict[str, str] | None = None) -> Response:
    person = person_of(visit, told.pesel)
    if obstacle := obstacle_to(visit, told, person):
        return _refused(visit, founding, obstacle)
    before = person.trusted_profile
    return visit.render(
        "founding_data.html",
        status=422 if errors else 200,
        operation=founding,
        notice="" if errors else founding.notice,
        bank=institution(told.authorities[0]),
        data=consented(told),
        before=before,
        phone=rules.masked(person.phone),
        username=visit.field("username"),
        errors=errors or {},
    )


def _refused(visit: Visit, founding: Founding, obstacle: Obstacle) -> Response:
    login = founding.login_to_go_back_to(visit)
    sign_in = login.address if login else "/ui/au/login"
    return visit.render("founding_refused.html", operation=founding, obstacle=obstacle, sign_in=sign_in)


def _errors(visit: Visit, chosen: Chosen, pesel: str) -> dict[str, str]:
    """What is wrong, by field."""
    errors: dict[str, str] = {}
    if not rules.username_is_fit(chosen.username):
        errors["username"] = _UNFIT_USERNAME
    elif not username_is_free(visit, chosen.username, pesel):
        errors["username"] = USERNAME_TAKEN
    if not rules.password_is_strong(chosen.password):
        errors["password"] = _WEAK_PASSWORD
    elif not rules.passwords_agree(chosen.password, visit.form.get("password_again", "")):
        errors["password_again"] = _OTHER_PASSWORD
    return errors


def _founding(visit: Visit) -> Founding:
    """The founding that the address names.

    Raises:
        Refused: as for every flow, and 404 for an operation of another kind.
    """
    founding = visit.world.state(Operations).admitted(visit)
    if not isinstance(founding, Founding):
        raise not_found()
    return founding
