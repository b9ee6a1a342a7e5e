"""The person's own account: its pages, with the menu under the person's name, and the way out."""

from typing import Any

from starlette.responses import Response

from ...kernel.institutions import institution
from ...kernel.people import Person, TrustedProfile
from ...web.refusal import not_found
from ...web.visit import Visit
from . import rules
from .confirming import person_of
from .site import site
from .state import OwnSession, OwnSessions


def account_page(visit: Visit, session: OwnSession, template: str, **shown: Any) -> Response:  # noqa: ANN401
    """Render a page of the account."""
    person, profile = holder(visit, session)
    return visit.render(template, session=session, person=person, profile=profile, **shown)


def holder(visit: Visit, session: OwnSession) -> tuple[Person, TrustedProfile]:
    """Find who is signed in, and their profile.

    Raises:
        Refused: 410 or 404, one of them is gone.
    """
    person = person_of(visit, session.pesel)
    if person.trusted_profile is None:
        raise not_found()
    return person, person.trusted_profile


@site.get("/account")
async def account(visit: Visit) -> Response:
    """Show the page to which a sign-in leads."""
    session = visit.world.state(OwnSessions).required(visit)
    return account_page(visit, session, "account.html", notice=session.take_notice())


@site.get("/account/profile")
async def profile(visit: Visit) -> Response:
    """Show what can be done with the profile."""
    session = visit.world.state(OwnSessions).required(visit)
    return account_page(visit, session, "profile.html")


@site.get("/account/profile/details")
async def details(visit: Visit) -> Response:
    """Show validity, method and linked bank."""
    session = visit.world.state(OwnSessions).required(visit)
    _, held = holder(visit, session)
    return account_page(
        visit,
        session,
        "details.html",
        notice=session.take_notice(),
        valid=rules.profile_is_valid(held.valid_until, visit.now),
        bank=institution(held.bank or ""),
    )
