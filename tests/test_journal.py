"""The journal keeps what happened, and hides PESEL and secrets from who did not ask for them."""

import re
from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from mock_server.kernel.journal import Entry, Journal
from mock_server.kernel.redaction import without_numbers

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
    "written",
    ["4405 1401 458", "440514-01458", "4-4-0-5-1-4-0-1-4-5-8", "440\u00a0514\t01458", "440 51401458", "1 440514 01458"],
)
def test_a_pesel_written_in_groups_is_hidden(written: str) -> None:
    told = without_numbers(f"a {written} b")
    assert "[hidden]" in told
    assert len(re.sub(r"\D", "", told)) <= 1


def test_of_a_pesel_the_birth_date_is_hidden_even_where_its_end_may_be_a_status() -> None:
    assert without_numbers("GET /karty/44051401 404") == "GET /karty/[hidden] 404"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-28 12:00:00",
        "2026-11-28T12:00:00.123456-0100",
        "from 2026-11-28 2026-11-29",
        "GET /wizyty/2026-11-28 200",
        "+48 500-600-70",
        "4405  1401  458",
        "123e4567-e89b-12d3-a456-4266ab17400f",
        "8000 - 9000 and 1.5 MB of 65536",
    ],
)
def test_times_and_other_numbers_in_groups_are_shown(text: str) -> None:
    assert without_numbers(text) == text


def test_a_pesel_between_letters_is_hidden() -> None:
    assert without_numbers("x44051401458y_44051401458_") == "x[hidden]y_[hidden]_"


@pytest.mark.parametrize(
    "name",
    [
        "pass", "new_password", "PASSWORD", "pin", "PIN1", "puk", "can", "CAN", "card_can", "code", "otp_code",
        "secret", "token", "csrf_token", "cookie", "Set-Cookie", "number", "card_number", "artifact", "SAMLart", "scan",
        "scanned", "haslo", "nowe_hasło", "pesel", "PESEL", "kod", "kod_sms", "imie", "imię", "nazwisko", "given_name",
        "family_name", "givenName", "familyName", "NameID", "name_id", "phone", "telefon", "email", "e-mail",
        "birth_date",
    ],
)  # fmt: skip
def test_a_field_of_a_secret_is_hidden(name: str) -> None:
    assert entry(**{name: "Ala"}).redacted().details == {name: "[hidden]"}


@pytest.mark.parametrize("name", ["cancel", "candidate", "path", "user", "RelayState", "xml", "cod", "pa", "p", "art"])
def test_any_other_field_is_shown(name: str) -> None:
    assert entry(**{name: "Ala"}).redacted().details == {name: "Ala"}


def test_numbers_and_people_are_hidden_in_the_name_of_a_field_too() -> None:
    details = {"44051401458": "", "<AttributeValue>Natasza</AttributeValue>": "x"}
    assert entry(**details).redacted().details == {"[hidden]": "", "<AttributeValue>[hidden]</AttributeValue>": "x"}


def test_a_field_is_hidden_where_the_end_of_its_name_is_not_known() -> None:
    journal = Journal()
    journal.write(entry(**{"n" * 200 + "password": "Ala"}))
    (told,) = journal.read()
    assert list(told.details.values()) == ["[hidden]"]


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
        ("<Artifact t='a>b'>AAQ</Artifact>", "<Artifact t='a>b'>[hidden]</Artifact>"),
        ("<Artifact <Artifact>AAQ</Artifact>", "<Artifact [hidden]"),
        ("<Artifact t=x>AAQ</Artifact>", "<Artifact [hidden]</Artifact>"),
        ("<Artifact a='/>'/><b>stays</b>", "<Artifact a='/>'/><b>stays</b>"),
        ("</Artifact><b>stays</b>", "</Artifact><b>stays</b>"),
        ("<!-- stays --><?stays?><Artifact>AAQ</Artifact>", "<!-- stays --><?stays?><Artifact>[hidden]</Artifact>"),
        ("<Artifact/><b>stays</b>", "<Artifact/><b>stays</b>"),
        ("<p:ArtifactResolve>stays</p:ArtifactResolve>", "<p:ArtifactResolve>stays</p:ArtifactResolve>"),
        ("<Attribute>stays</Attribute>", "<Attribute>stays</Attribute>"),
    ],
)
def test_of_xml_only_what_is_said_of_a_person_is_hidden(xml: str, shown: str) -> None:
    assert entry(xml=xml).redacted().details == {"xml": shown}


@pytest.mark.parametrize(
    "xml",
    [
        '<AttributeValue a="/>">Natasza</AttributeValue>',
        "<AttributeValue a='/>' b=\">\">Natasza</AttributeValue>",
        "<AttributeValue><!--</AttributeValue>-->Natasza</AttributeValue>",
        "<AttributeValue><!--</AttributeValue><AttributeValue/>-->Natasza</AttributeValue>",
        "<AttributeValue><!--</AttributeValue>-->Natasza<!--<AttributeValue>--></AttributeValue>",
        "<AttributeValue><![CDATA[</AttributeValue>]]>Natasza</AttributeValue>",
        "<AttributeValue><?x </AttributeValue>?>Natasza</AttributeValue>",
        "<AttributeValue><AttributeValue>x</AttributeValue>Natasza<AttributeValue/></AttributeValue>",
        "<AttributeValue>x</AttributeValue/>Natasza</AttributeValue>",
        "<AttributeValue>x</AttributeValue <b>Natasza</b></AttributeValue>",
        "<AttributeValue>x<Artifact></Artifact>Natasza</AttributeValue>",
        "<a\u0301\u00b7:AttributeValue>Natasza</a\u0301\u00b7:AttributeValue>",
    ],
)
def test_no_trick_of_xml_shows_a_person(xml: str) -> None:
    assert "Natasza" not in entry(xml=xml).redacted().details["xml"]


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


@pytest.mark.parametrize("number", ["44051401458", "4405 1401 458", "12345678"])
@pytest.mark.parametrize("rest", range(1, 11))
def test_a_number_is_kept_whole_or_not_at_all(number: str, rest: int) -> None:
    pad = "x" * (2000 - min(rest, len(number) - 1))
    journal = Journal()
    journal.write(entry(f"{pad}{number}", user=f"{pad}{number}"))
    (told,) = journal.read()
    for shown in (told.event, told.details["user"]):
        assert re.fullmatch(r"x+… \(\d\d? characters more\)", shown)


@pytest.mark.parametrize("name", ["event", "name", "value"])
def test_what_is_no_text_is_kept_as_text(name: str) -> None:
    odd = {one: "a\ud800b" if one == name else one for one in ("event", "name", "value")}
    told = kept(entry(odd["event"], **{odd["name"]: odd["value"]}))
    adapter = TypeAdapter(list[Entry])
    assert adapter.validate_json(adapter.dump_json(told)) == told
    assert "a?b" in (told[0].event, *told[0].details, *told[0].details.values())


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
    assert 2 * 2**20 < characters(entries) <= 4 * 2**20


@pytest.mark.parametrize(
    "piece",
    [
        "<Artifact ", "<Artifact>", "<", "<a:", "1", "<a", "</Artifact ", "<Artifact", "<!", "<?", "1 ", "1-11 ",
        "<Artifact a='", "<Artifact/>", "<Artifact a=''", " ", " a=''",
    ],
)  # fmt: skip
def test_a_message_made_to_be_slow_is_read_like_any_other(piece: str) -> None:
    """Where time grows with the square of the length, this takes longer than a test may."""
    told = entry(xml=piece * (2**21 // len(piece)) + "<Artifact>AAQ").redacted().details["xml"]
    assert "AAQ" not in told


def test_an_entry_needs_no_details() -> None:
    assert Entry(AT, "login", "seen").details == {}
