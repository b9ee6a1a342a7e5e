"""What every answer of the server tells a browser, whatever it answers with."""

import pytest

from mock_server.web.site_table import SITES
from tests.control.steering import Steering
from tests.web.test_hosts import reached

KINDS = {
    "a page": ("ikp.localhost:7", "/", 200),
    "a form that sends itself": ("ikp.localhost:7", "/zaloguj", 200),
    "a missing page": ("ikp.localhost:7", "/nie-ma", 404),
    "a wrong method": ("ikp.localhost:7", "/wyloguj", 405),
    "data": ("ikp.localhost:7", "/api/konto", 401),
    "metadata": ("login.localhost:7", "/metadata", 200),
    "a file of the house": ("ikp.localhost:7", "/static/house.css", 200),
    "a script": ("ikp.localhost:7", "/static/wait.js", 200),
    "a missing file": ("ikp.localhost:7", "/static/nie-ma.css", 404),
    "a file above the folder": ("ikp.localhost:7", "/static/%2e%2e/site.py", 404),
    "a file of the site": ("pacjent.localhost:7", "/own/portal.css", 200),
    "a missing file of the site": ("pacjent.localhost:7", "/own/nie-ma.css", 404),
    "a file that sites share": ("ikp.localhost:7", "/shared/account.css", 200),
    "a missing file that sites share": ("ikp.localhost:7", "/shared/nie-ma.css", 404),
    "the colours": ("ikp.localhost:7", "/site.css", 200),
    "a file by path": ("127.0.0.1:7", "/worlds/main/ikp/static/house.css", 200),
    "ready": ("127.0.0.1:7", "/ready", 200),
    "nothing on the bare host": ("127.0.0.1:7", "/nie-ma", 404),
    "an unknown world": ("ikp--nie-ma.localhost:7", "/", 404),
    "an unknown site": ("nie-ma.localhost:7", "/", 404),
    "the control API": ("127.0.0.1:7", "/control/worlds", 200),
    "the control API's own description": ("127.0.0.1:7", "/control/openapi.json", 200),
    "nothing in the control API": ("127.0.0.1:7", "/control/nie-ma", 404),
}


@pytest.mark.parametrize(("host", "path", "status"), KINDS.values(), ids=KINDS)
def test_every_answer_forbids_framing_foreign_scripts_and_guessing(host: str, path: str, status: int) -> None:
    answer = Steering().reach("GET", path, host=host)
    assert answer.status_code == status
    assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
    (policy,) = answer.headers.get_list("content-security-policy")
    assert {"default-src 'self'", "default-src 'none'"} & set(policy.split("; "))
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("site", SITES)
def test_the_files_of_every_site_are_guarded(site: str) -> None:
    for path in ("/static/house.css", "/site.css", "/static/nie-ma.css", "/nie-ma"):
        answer = Steering().reach("GET", path, host=f"{site}.localhost:7")
        assert answer.headers.get("x-content-type-options") == "nosniff", path


def test_who_has_no_token_is_refused_guarded() -> None:
    answer = Steering(token="for-tests").ask("GET", "/worlds")
    assert answer.status_code == 401
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_who_calls_the_server_by_a_name_that_is_not_its_own_is_refused_guarded() -> None:
    answer = reached("evil.example")
    assert answer.status_code == 421
    assert answer.headers["x-content-type-options"] == "nosniff"
