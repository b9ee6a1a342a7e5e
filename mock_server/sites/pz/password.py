"""The password form of ``/ui/au/login``, which the login for another site and the sign-in to the own account share."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from ...kernel.people import Person
from ...web.refusal import not_found
from ...web.visit import Visit
from .credentials import Locked, NotAdmitted, check_credentials
from .operation import Operation, Operations
from .site import site


@dataclass
class PasswordOperation(Operation):
    """An operation that begins with user name and password."""

    backdrop = "password_form.html"

    @property
    def address(self) -> str:
        """The address of the form."""
        return f"/ui/au/login/{self.id}"

    def begin_again(self, visit: Visit) -> Response:
        """Send the browser to the password form."""
        return visit.redirect(self.address)

    @abstractmethod
    def page(self, visit: Visit, **shown: Any) -> Response:  # noqa: ANN401
        """Render the page with the form."""

    @abstractmethod
    def password_given(self, visit: Visit, person: Person) -> Response:
        """Go on with a person whose password was right."""


def password_operation(visit: Visit) -> PasswordOperation:
    """The operation that the address names.

    Raises:
        Refused: as for every flow, and 404 for an operation of another kind.
    """
    operation = visit.world.state(Operations).admitted(visit)
    if not isinstance(operation, PasswordOperation):
        raise not_found()
    return operation


@site.get("/ui/au/login/{flow}")
async def form(visit: Visit) -> Response:
    """Show the form, with what the person should know."""
    operation = password_operation(visit)
    return operation.page(visit, notice=operation.notice)


@site.post("/ui/au/login/{flow}")
async def take_password(visit: Visit) -> Response:
    """Take the user name and password that were typed."""
    operation = password_operation(visit)
    try:
        person = check_credentials(visit)
    except Locked as locked:
        return operation.page(visit, status=422, problem=locked.message)
    except NotAdmitted as refusal:
        return operation.page(visit, status=422, error=refusal.message, username=visit.field("username"))
    return operation.password_given(visit, person)
