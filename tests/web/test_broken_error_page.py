"""A world whose error page is broken too: still an answer, still in the journal, and nothing told of the inside."""

import logging

import pytest

from mock_server.kernel.faults import Fault, Outage, RuleFault, TemplateFault
from tests.control.steering import Steering

HUB = "login.localhost:7"
PESEL = "44051401359"
BROKEN_PAGES: list[Fault] = [
    TemplateFault("web/error.html", "</h1>", "{{ 1/0 }}"),
    TemplateFault("web/error.html", "</h1>", "{{ nosuch }}"),
    TemplateFault("web/layout.html", "<body", "{{ nosuch }}<body"),
]
BROKEN_RULES: list[Fault] = [RuleFault(name, "raise") for name in ("web.log_of_failure",)]


@pytest.fixture
def steering() -> Steering:
    return Steering()


def events(steering: Steering) -> list[str]:
    return [entry.event for entry in steering.world.journal.read()]


@pytest.mark.parametrize("fault", BROKEN_PAGES)
@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", f"/nie-ma/{PESEL}", 404), ("DELETE", "/", 405), ("GET", "/", 503)]
)
def test_a_refusal_without_its_page_is_answered_plainly(
    steering: Steering, caplog: pytest.LogCaptureFixture, fault: Fault, method: str, path: str, status: int
) -> None:
    steering.world.faults.plant("page", fault)
    if status == 503:
        steering.world.faults.plant("out", Outage("login"))
    answer = steering.reach(method, path, host=HUB)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("allow" in answer.headers) == (status == 405)
    assert any(letter in answer.text for letter in "ąćęłńóśźż")
    assert f"{method} {path.replace(PESEL, '[hidden]')} {status}" in events(steering)
    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told
    assert all(PESEL not in record.getMessage() and not record.exc_info for record in told)


@pytest.mark.parametrize("broken", BROKEN_PAGES + BROKEN_RULES)
def test_a_failure_without_its_page_is_answered_plainly(
    steering: Steering, caplog: pytest.LogCaptureFixture, broken: Fault
) -> None:
    steering.world.faults.plant("page", TemplateFault("login/front.html", "<h1>", "{{ nosuch }}"))
    steering.world.faults.plant("broken", broken)
    answer = steering.reach("GET", "/", host=HUB)
    assert answer.status_code == 500
    assert "Coś poszło nie tak" in answer.text
    assert "nosuch" not in answer.text
    assert "GET / 500" in events(steering)
    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told
    assert not any(record.exc_info for record in told)


def test_a_world_whose_error_page_is_mended_shows_it_again(steering: Steering) -> None:
    steering.world.faults.plant("page", BROKEN_PAGES[0])
    steering.reach("GET", "/nie-ma", host=HUB)
    steering.world.faults.lift("page")
    assert "<h1>Nie ma takiej strony</h1>" in steering.reach("GET", "/nie-ma", host=HUB).text
