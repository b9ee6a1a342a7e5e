"""The pytest plugin for other projects: a run of its own, within this one."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mock_server.client import Control
from mock_server.registry import REGISTRY
from mock_server.server.listening import listen
from tests.command.serving import serving

pytest_plugins = ["pytester"]

PLUGIN = ("-p", "mock_server.pytest_plugin", "-p", "no:cacheprovider")
SAYS = """
def test_says(przepustka_server, capsys):
    with capsys.disabled():
        print("at", przepustka_server.url)
        print("worlds", *przepustka_server.worlds())
"""
WHOLE = """
from zlib import crc32

SEEN = []


def test_first(przepustka_world):
    SEEN.append(przepustka_world.name)
    assert przepustka_world.people() == []


def test_second(request, przepustka_server, przepustka_world, przepustka_person, przepustka_phone):
    SEEN.append(przepustka_world.name)
    assert przepustka_world == przepustka_server.world(przepustka_world.name)
    assert przepustka_world.people() == [przepustka_person]
    assert (przepustka_phone.world, przepustka_phone.person) == (przepustka_world, przepustka_person)
    assert przepustka_person.trusted_profile and przepustka_person.id_card and przepustka_person.mobywatel
    przepustka_world.remove_person(przepustka_person.pesel)
    again = przepustka_world.make_person(crc32(request.node.nodeid.encode()))
    assert (again.pesel, again.id_card) == (przepustka_person.pesel, przepustka_person.id_card)


def test_hub(przepustka_server, przepustka_world, przepustka_hub):
    from urllib.request import urlopen

    with urlopen(przepustka_hub.metadata_url) as answer:
        told = answer.read().decode()
    for address in (przepustka_hub.sso_url, przepustka_hub.artifact_url, przepustka_hub.logout_url):
        assert f'"{address}"' in told
    assert przepustka_hub.artifact_url.startswith(przepustka_server.url)


def test_third(przepustka_server):
    assert len(set(SEEN)) == 2
    assert all(name.startswith("p") and len(name.partition("-")[2]) == 8 for name in SEEN)
    assert not set(SEEN) & set(przepustka_server.worlds())
"""


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PRZEPUSTKA_URL", "PRZEPUSTKA_TOKEN", "PRZEPUSTKA_CA", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.fixture(autouse=True)
def everything_is_imported(control: Control) -> None:
    """A run within this one forgets at its end what it was the first to import; no rule can be imported twice."""
    assert REGISTRY
    assert control.worlds()


def run(pytester: pytest.Pytester, test: str, *words: str) -> pytest.RunResult:
    pytester.makepyfile(test)
    return pytester.runpytest_inprocess(*PLUGIN, "-q", *words)


def test_every_test_has_a_world_a_person_and_a_phone_of_its_own(pytester: pytest.Pytester, control: Control) -> None:
    before = control.worlds()
    run(pytester, WHOLE, "--przepustka-url", control.url).assert_outcomes(passed=4)
    assert control.worlds() == before


@pytest.fixture
def guarded_url() -> Iterator[str]:
    """Where a mock listens that wants the token “secret”."""
    with serving(token="secret") as url:
        yield url


def test_a_mock_that_is_there_is_used_with_its_token(pytester: pytest.Pytester, guarded_url: str) -> None:
    ended = run(pytester, SAYS, "--przepustka-url", guarded_url, "--przepustka-token", "secret")
    ended.stdout.fnmatch_lines([f"*at {guarded_url}", "worlds main"])


def test_a_mock_that_wants_a_token_refuses_who_has_none(pytester: pytest.Pytester, guarded_url: str) -> None:
    run(pytester, SAYS, "--przepustka-url", guarded_url).assert_outcomes(failed=1)


def test_the_environment_names_it_as_well(
    pytester: pytest.Pytester, guarded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRZEPUSTKA_URL", guarded_url)
    monkeypatch.setenv("PRZEPUSTKA_TOKEN", "secret")
    ended = run(pytester, SAYS)
    ended.stdout.fnmatch_lines([f"*at {guarded_url}", "worlds main"])


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PRZEPUSTKA_URL", "127.0.0.1:8000"),
        ("PRZEPUSTKA_URL", "http://127.0.0.1:8000/control"),
        ("PRZEPUSTKA_TOKEN", "two words"),
        ("PRZEPUSTKA_CA", "nowhere/ca.pem"),
    ],
)
def test_a_wrong_value_of_the_environment_ends_the_run_and_is_named(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    ended = run(pytester, SAYS)
    assert ended.ret == pytest.ExitCode.USAGE_ERROR
    ended.stderr.fnmatch_lines([f"*argument --przepustka-*{variable}*"])


def test_empty_variables_count_as_none(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("PRZEPUSTKA_URL", "PRZEPUSTKA_TOKEN", "PRZEPUSTKA_CA"):
        monkeypatch.setenv(variable, "")
    run(pytester, SAYS).assert_outcomes(passed=1)


def test_a_mock_that_is_not_there_is_named(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    with listen() as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    monkeypatch.setenv("PRZEPUSTKA_URL", url)
    ended = run(pytester, "def test_a(przepustka_world): pass")
    ended.assert_outcomes(errors=1)
    ended.stdout.fnmatch_lines([f"E *no mock answers at {url}*"])


def test_a_mock_with_tls_is_trusted_by_the_authority_that_was_named(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serving(keys=tmp_path) as url:
        monkeypatch.setenv("PRZEPUSTKA_URL", url)
        monkeypatch.setenv("PRZEPUSTKA_CA", str(tmp_path / "ca.pem"))
        run(pytester, SAYS).assert_outcomes(passed=1)
        monkeypatch.delenv("PRZEPUSTKA_CA")
        run(pytester, SAYS).assert_outcomes(failed=1)


def test_without_one_a_mock_is_started_and_ended(pytester: pytest.Pytester, control: Control) -> None:
    before = set(threading.enumerate())
    ended = run(pytester, SAYS)
    ended.assert_outcomes(passed=1)
    ended.stdout.re_match_lines([r".*at http://127\.0\.0\.1:\d+$", "worlds main"])
    port = next(line for line in ended.outlines if "at http" in line).rpartition(":")[2]
    assert not control.url.endswith(f":{port}")
    assert set(threading.enumerate()) == before


def test_the_options_are_explained(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    told = run(pytester, "", "--help").outlines
    begins = told.index("przepustka:")
    words = " ".join(" ".join(told[begins : begins + 7]).split())
    assert words.startswith(
        "przepustka: --przepustka-url=URL bare host of a running mock, as in http://127.0.0.1:8000; or PRZEPUSTKA_URL. "
        "Without it one is started --przepustka-token=TOKEN of the running mock's control API; or PRZEPUSTKA_TOKEN"
    )
