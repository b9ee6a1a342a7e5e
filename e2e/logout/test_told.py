"""A provider that logs its patient out is told whether every other that could be asked has confirmed it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest

from fixtures.breaking import Breaker
from fixtures.by_hand import ByHand
from fixtures.http_account import open_by_http
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.provider import Assertion, Provider, form_of, register
from fixtures.world import WorldControl

pytestmark = pytest.mark.behaviour("logout.told")

PARTIAL = b"status:PartialLogout"


@dataclass(frozen=True)
class Stage:
    """One patient, who uses several services in one browser."""

    world: WorldControl
    by_hand: ByHand
    breaker: Breaker
    person: Person
    browser: HttpBrowser

    def use(self, provider: Provider) -> Assertion:
        """Log in to a service of somebody else's: what it is told."""
        self.world.expect_login(self.person)
        request_id = f"ID-{uuid4()}"
        self.browser.post(provider.saml.hub.sso_url, **form_of(provider.ask(request_id=request_id)))
        return provider.resolve(str(self.browser.page.forms[0].fields["SAMLart"]), request_id)


def nobody_else(_stage: Stage) -> None:
    """The provider is the only one."""


def one_without_an_address(stage: Stage) -> None:
    """A service of somebody else's that takes no logouts."""
    stage.use(register(stage.world, stage.by_hand, "https://other.example"))


def the_account(stage: Stage) -> None:
    open_by_http(stage.browser, stage.world, stage.person)


def the_account_that_is_out(stage: Stage) -> None:
    the_account(stage)
    stage.breaker.put_out("ikp")


def all_of_them(stage: Stage) -> None:
    one_without_an_address(stage)
    the_account_that_is_out(stage)


OTHERS: dict[Callable[[Stage], None], bool] = {
    nobody_else: False,
    one_without_an_address: False,
    the_account: False,
    the_account_that_is_out: True,
    all_of_them: True,
}
"""Who else was used, and whether the logout is told to be partial."""


@pytest.mark.parametrize("others", OTHERS, ids=lambda others: others.__name__)
@pytest.mark.unwatched("open_things", reason="an account that is out keeps its session, which the provider hears")
def test_a_logout_is_partial_only_where_somebody_asked_did_not_confirm(
    world: WorldControl,
    by_hand: ByHand,
    breaker: Breaker,
    person: Person,
    provider: Provider,
    new_http_browser: Callable[[], HttpBrowser],
    others: Callable[[Stage], None],
) -> None:
    stage = Stage(world, by_hand, breaker, person, new_http_browser())
    stage.browser.stop_at = "https://"
    login = stage.use(provider)
    others(stage)
    answer = provider.log_out(login.name_id, login.session_index).content
    assert b"status:Success" in answer
    assert (PARTIAL in answer) is OTHERS[others]
