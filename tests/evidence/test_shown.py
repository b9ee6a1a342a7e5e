"""What a page shows as its test fails; a page that cannot show it says why, and hides nothing else."""

import allure
import pytest
from playwright.sync_api import Browser, BrowserContext

from fixtures import shown

Attached = dict[str, str | bytes]


@pytest.fixture
def seen(chromium: Browser) -> BrowserContext:
    return chromium.new_context()


@pytest.fixture
def attached(monkeypatch: pytest.MonkeyPatch) -> Attached:
    kept: Attached = {}
    monkeypatch.setattr(allure, "attach", lambda body, name, _kind: kept.update({name: body}))
    return kept


def test_screen_and_dom_of_every_page_are_kept(seen: BrowserContext, attached: Attached) -> None:
    seen.new_page().set_content("<p>Nie udało się")
    seen.new_page().goto("data:text/html,<p>Telefon")
    shown.attach_pages([seen])
    assert str(attached["screen: about:blank"]).startswith("b'\\x89PNG")
    assert "<p>Nie udało się</p>" in str(attached["DOM: about:blank"])
    assert "<p>Telefon</p>" in str(attached["DOM: data:text/html,<p>Telefon"])


def test_a_page_that_hangs_says_so_and_the_next_is_still_shown(
    seen: BrowserContext, attached: Attached, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "PATIENCE", 500)
    hanging = seen.new_page()
    hanging.evaluate("() => { setTimeout(() => { for (;;) {} }) }")
    seen.new_page().goto("data:text/html,<p>Telefon")
    shown.attach_pages([seen])
    assert "Timeout 500ms" in str(attached["no screen: about:blank"])
    assert "<p>Telefon</p>" in str(attached["DOM: data:text/html,<p>Telefon"])


def test_a_browser_that_crashed_says_so(seen: BrowserContext, attached: Attached) -> None:
    page = seen.new_page()
    page.context.browser.close()  # type: ignore[union-attr]
    shown.attach("screen", allure.attachment_type.PNG, page.screenshot)
    assert "closed" in str(attached["no screen"])
