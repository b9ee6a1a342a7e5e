"""A page that shows the inside of a program or a person's number is no decent refusal; a plain one is."""

import pytest

from mock_server.verdict.judging.decency import faults_of
from mock_server.verdict.visitor.fetching import Answered
from tests.verdict.test_probe import ANN

TRACES = {
    "python": "Traceback (most recent call last):\n  File",
    "java": "java.lang.NullPointerException\n\tat pl.gov.Login.enter(Login.java:42)",
    "spring": "<h1>Whitelabel Error Page</h1>",
    "php": "<b>Fatal error: </b> Fatal error: Uncaught TypeError: x",
    "node": "TypeError: x\n    at Object.login (/app/login.js:12:7)",
    "dotnet": "System.NullReferenceException: Object\n   at Login.Enter() in C:\\app\\Login.cs:line 3",
    "ruby": "app/login.rb:12:in `enter'",
    "go": "goroutine 12 [running]:",
}


def answered(text: str, status: int = 403) -> Answered:
    return Answered("http://service/acs", status, (("content-type", "text/html"),), text.encode())


@pytest.mark.parametrize("language", TRACES)
def test_a_stack_trace_is_seen(language: str) -> None:
    assert any("stack trace" in fault for fault in faults_of(answered(TRACES[language])))


def test_a_plain_refusal_is_decent() -> None:
    assert faults_of(answered("<h1>Nie udało się zalogować</h1><p>at 12:30 (error 17)</p>"), [ANN]) == []


def test_a_number_and_a_server_error_are_seen() -> None:
    assert faults_of(answered(f"refused {ANN.pesel}", 500), [ANN]) == ["status 500", "a PESEL is on the page"]


@pytest.mark.timeout(5)
def test_a_page_made_to_keep_the_reader_busy_does_not() -> None:
    for piece in ("at ", "    at a(", "Uncaught ", "System.", "#0 /", "   at " + "a." * 50):
        faults_of(answered(piece * (1_000_000 // len(piece))))
