import pytest

from fixtures.blocked import BLOCKED_BY
from reports.faults import Fault, fault_of

IN_A_FIXTURE = "fixtures/people.py:40: KeyError\n"


@pytest.mark.parametrize(
    ("status", "message", "trace", "fault"),
    [
        ("passed", "", "", None),
        ("skipped", "Skipped: only in chromium", "", None),
        ("broken", "playwright._impl._errors.TimeoutError: Locator.click: Timeout 5000ms exceeded.", "", Fault.PRODUCT),
        ("failed", 'AssertionError: Locator expected to have text "Anna"\nActual value: Ewa', "", Fault.PRODUCT),
        ("failed", "AssertionError: 500 at login: /\nassert 500 < 500", "e2e/a.py:3: AssertionError", Fault.PRODUCT),
        (
            "broken",
            "Error: Page.goto: net::ERR_CONNECTION_REFUSED at x",
            "",
            Fault.ENVIRONMENT,
        ),
        (
            "broken",
            "TimeoutError: Page.goto: Timeout 30000ms exceeded.",
            "",
            Fault.ENVIRONMENT,
        ),
        (
            "failed",
            "AssertionError: Locator expected to be visible\nThe server does not answer: GET / has waited for 9 s.",
            "",
            Fault.ENVIRONMENT,
        ),
        ("broken", "httpx.ReadTimeout: timed out", IN_A_FIXTURE, Fault.ENVIRONMENT),
        ("broken", "It began and left no result that can be read: its worker died", "", Fault.ENVIRONMENT),
        ("broken", "bootstrap.browsers.BrowserMissing: no Chromium works", "", Fault.ENVIRONMENT),
        ("broken", "KeyError: 'pesel'", IN_A_FIXTURE, Fault.TEST),
        ("broken", "ZeroDivisionError: division by zero", "pages/base.py:3: ZeroDivisionError", Fault.TEST),
        ("broken", "The run was stopped while this test ran.", "", Fault.STOPPED),
        ("unknown", "It was collected and never began: the run ended before.", "", Fault.STOPPED),
        ("failed", "AssertionError: the list says “blocked by the bank”", "", Fault.PRODUCT),
    ],
)
def test_whose_fault_it_is(status: str, message: str, trace: str, fault: Fault | None) -> None:
    assert fault_of(status, message, trace, {}) == fault


@pytest.mark.parametrize("status", ["unknown", "broken", "passed"])
def test_what_others_blocked_is_told_by_its_label_alone(status: str) -> None:
    assert fault_of(status, "whatever", "", {BLOCKED_BY: "a key"}) == Fault.BLOCKED
