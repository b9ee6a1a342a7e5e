"""The command line of the mock."""

from pathlib import Path

import pytest

from mock_server.options import DEFAULT_FOLDER, TOKEN_VARIABLE, Options, read_options
from mock_server.registration import RegistrationInvalid, read_providers_file
from mock_server.web.addresses import Addresses


@pytest.fixture(autouse=True)
def no_token_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)


def test_without_a_word_it_listens_on_loopback_as_the_simulator() -> None:
    assert read_options([]) == Options(
        "127.0.0.1", 8000, None, tls=False, token=None, folder=DEFAULT_FOLDER, providers=None, node="symulator",
        lenient=False, log="text",
    )  # fmt: skip


def test_every_word_is_heard() -> None:
    given = (
        "--port 1 --host ::1 --public-url https://x:9 --tls --token t --keys k --providers p.yaml --lenient --log json"
    )
    assert read_options(given.split()) == Options(
        "::1", 1, "https://x:9", tls=True, token="t", folder=Path("k"), providers=Path("p.yaml"), node="symulator",
        lenient=True, log="json",
    )  # fmt: skip


@pytest.mark.parametrize("node", ["symulator", "integration", "production"])
def test_every_node_can_be_played(node: str) -> None:
    assert read_options(["--node", node]).node == node


@pytest.mark.parametrize("host", ["127.0.0.2", "::1", "localhost"])
def test_on_loopback_nobody_needs_a_token(host: str) -> None:
    assert read_options(["--host", host]).token is None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "mock.example"])  # noqa: S104 - nothing listens
def test_off_loopback_there_is_a_token_always_another(host: str) -> None:
    first, second = (read_options(["--host", host]).token for _ in range(2))
    assert first
    assert first != second


def test_a_public_address_without_its_scheme_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(["--public-url", "localhost:9000"])
    assert "--public-url localhost:9000: write it whole, as in http://localhost:9000\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("", Addresses("http", port=7)),
        ("--tls", Addresses("https", port=7)),
        ("--public-url https://mock.example", Addresses("https", "mock.example", None)),
        ("--public-url http://localhost:9000", Addresses("http", "localhost", 9000)),
    ],
)
def test_addresses_are_those_that_browsers_see(words: str, addresses: Addresses) -> None:
    assert read_options(words.split()).addresses(7) == addresses


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "http://127.0.0.1:7"),
        ("--tls", "https://127.0.0.1:7"),
        ("--host 0.0.0.0 --public-url http://localhost:9000/", "http://localhost:9000"),
    ],
)
def test_the_control_api_is_where_a_person_reaches_it(words: str, told: str) -> None:
    assert read_options(words.split()).bare_host(7) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("1", ": file: Input should be a valid list"),
        ("[{}]", ": 0.issuer: Field required"),
        ("[", " is neither YAML nor JSON"),
    ],
)
def test_a_wrong_file_of_providers_is_told_with_the_place(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "providers.yaml"
    file.write_text(content)
    with pytest.raises(RegistrationInvalid) as refused:
        read_providers_file(file)
    assert f"{file}{told}" in str(refused.value)


def test_a_missing_file_of_providers_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistrationInvalid, match=r"nowhere\.yaml cannot be read: No such file"):
        read_providers_file(tmp_path / "nowhere.yaml")
