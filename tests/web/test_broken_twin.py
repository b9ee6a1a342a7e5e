"""A page with a fault in its template: it shows what was written into it, and reaches nothing."""

from pathlib import Path

import pytest

from mock_server.kernel.faults import TemplateFault
from tests.control.steering import Steering

PAGE = ("GET", "/", None, "login.localhost:7")
TITLE = "login/front.html"


@pytest.fixture
def steering() -> Steering:
    return Steering()


def shown(steering: Steering, written: str) -> tuple[int, str]:
    """What login.gov.pl shows with this instead of its heading."""
    steering.world.faults.plant("twin", TemplateFault(TITLE, "<h1>", written))
    answer = steering.reach(*PAGE)
    return answer.status_code, answer.text


def test_a_twin_shows_what_the_page_is_given(steering: Steering) -> None:
    status, page = shown(steering, "<h1 id='twin-{{ site.name }}'>{{ now | day }}")
    assert status == 200
    assert "twin-login" in page


@pytest.mark.parametrize(
    "path_to_python",
    [
        "cycler.__init__.__globals__.os.popen(command)",
        "self.__init__.__globals__.__builtins__.exec(command)",
        "''.__class__.__mro__[1].__subclasses__()",
        "url.__self__.house",
        "url.__func__.__globals__",
        "(now | attr('__class__')).mro()",
        "'{0.__class__.__init__.__globals__}'.format(site)",
        "'{0.__class__}'.format_map({'0': site})",
        "lipsum.__globals__['os'].popen(command)",
    ],
)
def test_a_twin_runs_no_code_and_shows_nothing_of_the_server(
    steering: Steering, tmp_path: Path, path_to_python: str
) -> None:
    run = tmp_path / "run"
    status, page = shown(steering, "{% set command = 'touch " + str(run) + "' %}{{ " + path_to_python + " }}<h1>")
    assert not run.exists()
    assert status == 500
    assert "__" not in page


@pytest.mark.parametrize("name", ["visit", "site.templates", "site.get", "site._router"])
def test_a_twin_is_given_neither_the_visit_nor_the_site_itself(steering: Steering, name: str) -> None:
    status, _ = shown(steering, "<h1>{{ " + name + " }}")
    assert status == 500
