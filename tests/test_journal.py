"""The journal keeps what happened, and hides PESEL and secrets from who did not ask for them."""

import re
from datetime import UTC, datetime

import pytest

from mock_server.kernel.journal import Entry, Journal, without_numbers

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KEPT = 2000


def entry(event: str = "seen", **details: str) -> Entry:
    return Entry(AT, "login", event, details)


@pytest.mark.parametrize("length", [8, 11])
def test_a_card_code_and_a_pesel_are_hidden(length: int) -> None:
    number = "12345678901"[:length]
    assert without_numbers(number) == "[hidden]"
    assert without_numbers(f"nr{number}, x") == "nr[hidden], x"
    assert without_numbers(f"{number} {number}") == "[hidden] [hidden]"


@pytest.mark.parametrize("length", [12, 16, 22])
def test_a_longer_number_may_hold_a_pesel_and_is_hidden(length: int) -> None:
    number = ("05310700003" * 2).rjust(22, "7")[:length]
    assert without_numbers(f"a {number} b") == "a [hidden] b"


@pytest.mark.parametrize("length", [1, 4, 7, 9, 10])
def test_a_number_of_another_length_stays(length: int) -> None:
    number = ("1234567890" * 3)[:length]
    assert without_numbers(f"a {number} b") == f"a {number} b"


@pytest.mark.parametrize(
    "name",
    [
        "pass", "new_password", "PASSWORD", "pin", "PIN1", "puk", "can", "CAN", "card_can", "code", "otp_code",
        "secret", "token", "csrf_token", "cookie", "Set-Cookie", "number", "card_number", "artifact", "SAMLart", "scan",
        "scanned",
    ],
)  # fmt: skip
def test_a_field_of_a_secret_is_hidden(name: str) -> None:
    assert entry(**{name: "Ala"}).redacted().details == {name: "[hidden]"}


@pytest.mark.parametrize("name", ["cancel", "candidate", "path", "user", "RelayState", "xml", "cod", "pa", "p", "art"])
def test_any_other_field_is_shown(name: str) -> None:
    assert entry(**{name: "Ala"}).redacted().details == {name: "Ala"}


def test_numbers_are_hidden_in_the_event_and_in_what_is_shown() -> None:
    redacted = entry("GET /recepty/05310700003 200", path="/recepty/05310700003").redacted()
    assert redacted == entry("GET /recepty/[hidden] 200", path="/recepty/[hidden]")
    assert entry("PIN 12345678").redacted_event == "PIN [hidden]"


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (
            "<a:AttributeValue t='x'>Żaneta</a:AttributeValue><b>stays</b><a:AttributeValue>Łoś</a:AttributeValue >",
            "<a:AttributeValue t='x'>[hidden]</a:AttributeValue><b>stays</b>"
            "<a:AttributeValue>[hidden]</a:AttributeValue >",
        ),
        ("<p:Artifact>AAQ</p:Artifact>", "<p:Artifact>[hidden]</p:Artifact>"),
        ("<Artifact>AA\nQ</Artifact>", "<Artifact>[hidden]</Artifact>"),
        ("<p:Artifact>AAQ", "<p:Artifact>[hidden]"),
        ("<Artifact>a</AttributeValue>b</Artifact>", "<Artifact>[hidden]</Artifact>"),
        ("<my-p:Artifact>AAQ</my-p:Artifact>", "<my-p:Artifact>[hidden]</my-p:Artifact>"),
        ("<p.1:Artifact>AAQ</p.1:Artifact>", "<p.1:Artifact>[hidden]</p.1:Artifact>"),
        ("<Artifact t='a>b'>AAQ</Artifact>", "<Artifact t='a>[hidden]</Artifact>"),
        ("<Artifact <Artifact>AAQ</Artifact>", "<Artifact [hidden]</Artifact>"),
        ("<Artifact/><b>stays</b>", "<Artifact/><b>stays</b>"),
        ("<p:ArtifactResolve>stays</p:ArtifactResolve>", "<p:ArtifactResolve>stays</p:ArtifactResolve>"),
        ("<Attribute>stays</Attribute>", "<Attribute>stays</Attribute>"),
    ],
)
def test_of_xml_only_what_is_said_of_a_person_is_hidden(xml: str, shown: str) -> None:
    assert entry(xml=xml).redacted().details == {"xml": shown}


def test_secrets_are_read_only_by_who_asks_for_them() -> None:
    journal = Journal()
    told = entry("PESEL 05310700003", pin="1234")
    journal.write(told)
    assert journal.read() == [entry("PESEL [hidden]", pin="[hidden]")]
    assert journal.read(with_secrets=True) == [told]


def test_entries_are_read_in_their_order_and_the_oldest_goes() -> None:
    journal = Journal()
    for number in range(KEPT):
        journal.write(entry(str(number)))
    assert [one.event for one in journal.read()] == [str(number) for number in range(KEPT)]
    journal.write(entry("new"))
    events = [one.event for one in journal.read()]
    assert (len(events), events[0], events[-1]) == (KEPT, "1", "new")


def kept(*entries: Entry) -> list[Entry]:
    journal = Journal()
    for one in entries:
        journal.write(one)
    return journal.read(with_secrets=True)


def characters(entries: list[Entry]) -> int:
    return sum(len(one.event) + sum(map(len, (*one.details, *one.details.values()))) for one in entries)


def test_a_saml_message_of_64_kb_is_kept_whole_and_of_a_longer_one_the_beginning() -> None:
    whole, longer = "x" * 64 * 1024, "x" * (64 * 1024 + 7)
    assert kept(entry(xml=whole)) == [entry(xml=whole)]
    (cut,) = kept(entry(xml=longer))
    assert cut.details["xml"] == f"{whole}… (7 characters more)"


def test_of_a_long_field_the_beginning_is_kept_and_told() -> None:
    (cut,) = kept(entry("e" * 9000, user="Ala" * 3000))
    assert cut.details["user"].startswith("AlaAla")
    assert cut.details["user"].endswith("characters more)")
    assert characters([cut]) < 5000


def test_a_form_of_many_fields_is_cut_and_says_so() -> None:
    (cut,) = kept(entry(**{f"name {number} {'n' * 900}": "v" * 900 for number in range(1000)}))
    assert characters([cut]) < 128 * 1024
    assert re.fullmatch(r"\d+ fields more", cut.details["…"])


def test_however_much_is_written_a_journal_stays_small() -> None:
    journal = Journal()
    for number in range(400):
        journal.write(entry(str(number), xml="x" * 64 * 1024, assertion="y" * 64 * 1024))
    entries = journal.read(with_secrets=True)
    assert entries[-1].event == "399"
    assert 8 * 2**20 < characters(entries) <= 16 * 2**20


@pytest.mark.parametrize("piece", ["<Artifact ", "<Artifact>", "<", "<a:", "1", "<a", "</Artifact ", "<Artifact"])
def test_a_message_made_to_be_slow_is_read_like_any_other(piece: str) -> None:
    """Where time grows with the square of the length, this takes longer than a test may."""
    told = entry(xml=piece * (2**21 // len(piece)) + "<Artifact>AAQ").redacted().details["xml"]
    assert "AAQ" not in told


def test_an_entry_needs_no_details() -> None:
    assert Entry(AT, "login", "seen").details == {}
