"""A form that comes back with a mistake keeps all that was typed into it or chosen, but for what is secret."""

from collections.abc import Callable

import pytest

from e2e.errors.mistaken import FORMS, Clerk
from fixtures.http_browser import HttpBrowser
from fixtures.people import PersonMaker
from fixtures.world import WorldControl

WRONG = "//main//*[@aria-invalid='true' or @role='alert']"
SECRETS = "//input[@type='password'][@value!='']/@name"


@pytest.mark.behaviour("errors.kept")
@pytest.mark.parametrize("form", FORMS)
def test_a_form_with_a_mistake_comes_back_as_it_was_sent_without_its_secrets(
    world: WorldControl, make_person: PersonMaker, new_http_browser: Callable[[], HttpBrowser], form: str
) -> None:
    clerk = Clerk(world, make_person, new_http_browser())
    sent = FORMS[form](clerk)
    page = clerk.browser.page
    assert page.xpath(WRONG), "the mistake is not told"
    held = [{str(name): str(value or "") for name, value in one.fields.items()} for one in page.xpath("//main//form")]
    assert sent in [{name: fields.get(name) for name in sent} for fields in held]
    assert page.xpath(SECRETS) == []
