from collections.abc import Callable

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl
from mock_server.sites.pacjent import rules
from mock_server.sites.pacjent.articles import ANNOUNCEMENT, ARTICLES, READ_ALSO


def test_any_other_text_of_the_address_is_never_shown() -> None:
    for key in ("", "ANULOWANO", "anulowano ", "<b>Zadzwoń: 800</b>"):
        assert rules.message_of(key) is None


def test_every_article_to_read_also_has_a_page() -> None:
    assert READ_ALSO
    assert all(ARTICLES[one.slug] is one for one in (ANNOUNCEMENT, *READ_ALSO))


@pytest.mark.parametrize("key", rules.MESSAGES)
def test_the_front_page_tells_the_message_that_its_address_names(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, key: str
) -> None:
    front = new_http_browser().open(world.url("pacjent", f"/?komunikat={key}"))
    assert front.text_of("//*[@role='status']") == rules.MESSAGES[key]


@pytest.mark.parametrize("query", ["?komunikat=Zadzwoń", ""], ids=["own-words", "none"])
def test_the_front_page_tells_nothing_else(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl, query: str
) -> None:
    assert not new_http_browser().open(world.url("pacjent", f"/{query}")).page.xpath("//*[@role='status']")
