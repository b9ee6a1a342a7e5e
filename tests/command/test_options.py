"""The command line of the mock."""

from pathlib import Path

import pytest

from mock_server.command.options import DEFAULT_FOLDER, TOKEN_VARIABLE, Options, read_options
from mock_server.shared.registration import RegistrationInvalid, read_providers_file
from mock_server.web.addresses import Addresses


@pytest.fixture(autouse=True)
def no_token_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)


def test_without_a_word_it_listens_on_loopback_as_the_simulator() -> None:
    assert read_options([]) == Options(
        "127.0.0.1", 8000, None, (), tls=False, token=None, folder=DEFAULT_FOLDER, providers=None, node="symulator",
        lenient=False, log="text",
    )  # fmt: skip


def test_every_word_is_heard() -> None:
    given = (
        "--port 1 --host ::1 --public-url https://x:9 --allow-host a --allow-host b --tls --token t --keys k "
        "--providers p.yaml --lenient --log json"
    )
    assert read_options(given.split()) == Options(
        "::1", 1, "https://x:9", ("a", "b"), tls=True, token="t", folder=Path("k"), providers=Path("p.yaml"),
        node="symulator", lenient=True, log="json",
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


@pytest.mark.parametrize("url", ["https://hub.example.com", "http://mock:8000"])
def test_what_browsers_elsewhere_see_has_a_token(url: str) -> None:
    assert read_options(["--public-url", url]).token


@pytest.mark.parametrize("url", ["http://localhost:9000", "http://mock.localhost"])
def test_what_only_browsers_here_see_needs_none(url: str) -> None:
    assert read_options(["--public-url", url]).token is None


@pytest.mark.parametrize("url", ["http://x", "https://x:9", "http://a-b.example:65535", "http://5.example"])
def test_a_public_address_with_its_scheme_is_taken(url: str) -> None:
    assert read_options(["--public-url", url]).public_url == url


@pytest.mark.parametrize(
    ("option", "values"),
    [
        ("--port", ["many", "-1", "65536", "70000", "1.5", "", "٣", "0x50"]),
        ("--host", ["", "a b", "http://127.0.0.1", "me@here", "zażółć", "127.0.0.1:80", "[::1]:80"]),
        ("--allow-host", ["", "a b", "http://przepustka", "przepustka:8000"]),
        ("--keys", ["", __file__]),
        ("--token", ["two words", "zażółć", "line\nline", "nul\x7f"]),
        (
            "--public-url",
            [
                "", "localhost:9000", "ftp://x", "http:", "http://", "http://x:99999", "http://x:0", "http://x:y",
                "http://[", "http://x/path", "http://x?a=b", "http://x#a", "http://me@x", "http://a b", "http://-a.b",
                "http://a..b", "http://a_b", "http://zażółć.pl", "http://192.168.1.5", "http://192.168.1.5:8000",
                "http://[::1]:8000", "http://192.168.5", "http://0x7f000001", "http://x\n",
            ],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_ends_the_program_with_what_to_write(
    capsys: pytest.CaptureFixture[str], option: str, values: list[str]
) -> None:
    for value in values:
        with pytest.raises(SystemExit) as ended:
            read_options([f"{option}={value}"])
        assert ended.value.code == 2
        assert f"error: argument {option}: " in capsys.readouterr().err, value


@pytest.mark.parametrize(
    ("text", "host"),
    [("[::1]", "::1"), ("::", "::"), ("Mock.Example.", "mock.example"), ("0.0.0.0", "0.0.0.0")],  # noqa: S104
)
def test_a_host_is_taken_in_any_spelling(text: str, host: str) -> None:
    given = read_options(["--host", text, "--allow-host", text])
    assert (given.host, given.allowed_hosts) == (host, (host,))


def test_a_public_address_that_is_an_ip_is_told_why_a_name_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(["--public-url", "http://192.168.1.5:8000"])
    told = capsys.readouterr().err
    assert "http://192.168.1.5:8000" in told
    assert "give a host name" in told


def test_a_token_of_the_environment_is_checked_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "two words")
    with pytest.raises(SystemExit):
        read_options([])
    told = capsys.readouterr().err
    assert TOKEN_VARIABLE in told
    assert "two words" not in told


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 - nothing listens
def test_an_empty_token_counts_as_none(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "")
    assert bool(read_options(["--host", host]).token) == (host != "127.0.0.1")


@pytest.mark.parametrize(("name", "known"), [("--node", ["symulator", "production"]), ("--log", ["text", "json"])])
def test_a_choice_that_is_none_is_told_those_there_are(
    capsys: pytest.CaptureFixture[str], name: str, known: list[str]
) -> None:
    with pytest.raises(SystemExit):
        read_options([name, "other"])
    told = capsys.readouterr().err
    assert f"argument {name}: invalid choice: 'other'" in told
    assert all(one in told for one in known)


def test_a_token_is_taken_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRZEPUSTKA_TOKEN", "from-there")
    assert read_options([]).token == "from-there"
    assert read_options(["--token", "given"]).token == "given"


def test_a_made_token_is_as_long_as_a_secret_is() -> None:
    assert len(read_options(["--host", "mock.example"]).token or "") == 32


def test_keys_are_kept_where_git_does_not_look() -> None:
    assert Path(".przepustka") == DEFAULT_FOLDER


HELP = """
login.gov.pl and every system around it, on one port.

options:
  -h, --help            show this help message and exit
  --version             show program's version number and exit
  --port PORT           0 takes any free one (default: 8000)
  --host HOST           where to listen (default: 127.0.0.1)
  --public-url URL      what browsers see instead, such as http://localhost:9000 before a container
  --allow-host NAME     a further name by which the bare host may be asked, such as the container's; repeatable
  --tls                 https, with a certificate authority made on this machine
  --token TOKEN         of the control API; or PRZEPUSTKA_TOKEN
  --keys FOLDER         keys live here, made at need
  --providers FILE      service providers: YAML, JSON or SAML metadata
  --node {symulator,integration,production}
  --lenient             accept unknown issuers with the certificate they send
  --log {text,json}     how to log (default: text)

More commands, each with --help: check judges a service, grade its tests, forward leads browsers elsewhere to the mock.
"""


def test_every_word_is_explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as ended:
        read_options(["--help"])
    assert ended.value.code == 0
    usage, _, explained = capsys.readouterr().out.partition("\n\n")
    assert usage.startswith("usage: python -m mock_server [-h] [--version] [--port PORT] [--host HOST] ")
    assert explained == HELP.removeprefix("\n")


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("", Addresses("http", port=7)),
        ("--tls", Addresses("https", port=7)),
        ("--public-url https://mock.example", Addresses("https", "mock.example", None)),
        ("--public-url http://localhost:9000", Addresses("http", "localhost", 9000)),
        ("--public-url http://Mock.Example/", Addresses("http", "mock.example", None)),
    ],
)
def test_addresses_are_those_that_browsers_see(words: str, addresses: Addresses) -> None:
    assert read_options(words.split()).addresses(7) == addresses


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "http://127.0.0.1:7"),
        ("--tls", "https://127.0.0.1:7"),
        ("--host 0.0.0.0", "http://127.0.0.1:7"),
        ("--host ::", "http://[::1]:7"),
        ("--host ::1", "http://[::1]:7"),
        ("--host [::1]", "http://[::1]:7"),
        ("--host 0.0.0.0 --public-url http://localhost:9000/", "http://localhost:9000"),
    ],
)
def test_the_control_api_is_where_a_person_reaches_it(words: str, told: str) -> None:
    assert read_options(words.split()).bare_host(7) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"1", "file: Input should be a valid list"),
        (b"[{}]", "0.issuer: Field required"),
        (b"[", "neither YAML nor JSON"),
        (b"[{}, \xb3]", "not UTF-8 at byte 6"),
        (b"\x00\x01", "neither YAML nor JSON"),
        (b"[2026-13-45]", "month must be in 1..12"),
        (b"[" * 5000, "recursion"),
        (b"[{issuer: i, name: n, acs_urls: [https://i.example/acs], certificate: c}]", "i: the certificate is not PEM"),
    ],
    ids=["number", "empty", "broken", "latin-2", "control", "date", "deep", "certificate"],
)
def test_a_wrong_file_of_providers_is_named_with_the_place(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "providers.yaml"
    file.write_bytes(content)
    with pytest.raises(RegistrationInvalid) as refused:
        read_providers_file(file)
    assert str(refused.value).startswith(str(file))
    assert str(refused.value).count(str(file)) == 1
    assert told in str(refused.value)


def test_a_wrong_file_of_metadata_is_named(tmp_path: Path) -> None:
    file = tmp_path / "metadata.xml"
    file.write_bytes(b"<a>\xb3</a>")
    with pytest.raises(RegistrationInvalid, match=str(file)):
        read_providers_file(file)


def test_a_file_of_providers_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "providers.json"
    file.write_bytes(b"\xef\xbb\xbf[]")
    assert read_providers_file(file) == {}


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_a_file_of_providers_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(RegistrationInvalid, match=rf"^{tmp_path / name} cannot be read: "):
        read_providers_file(tmp_path / name)
