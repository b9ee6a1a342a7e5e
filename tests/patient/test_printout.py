"""What a prescription on paper tells the pharmacy."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import urljoin

import pytest

from fixtures.http_browser import HttpBrowser
from fixtures.pdf import streams_of_pdf, text_of_pdf
from mock_server.client import WorldControl
from mock_server.kernel.language import Language, speaking
from mock_server.shared.patient.patient import Patient
from mock_server.shared.patient.pdf import prescription_pdf
from mock_server.shared.patient.record import Prescription

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PATIENT = Patient("80051400008", "Zażółć-Gęślą", "Łęcka", date(1980, 5, 14), ("e-dowod",))
PRESCRIPTION = Prescription(
    drug="Ramipryl 5 mg, tabletki",
    dosage="rano",
    packages=2,
    issued_on=date(2026, 2, 3),
    valid_until=date(2026, 3, 5),
    access_code="0042",
    doctor="lek. Michał Gąsior",
    redeemed=False,
)


def test_it_tells_everything_by_its_name() -> None:
    told = " ".join(text_of_pdf(prescription_pdf(PATIENT, PRESCRIPTION, NOW)).split())
    assert told == (
        "Informacja o e-recepcie Pacjent Zażółć-Gęślą Łęcka PESEL 80051400008 Kod dostępu 0042 "
        "Lek Ramipryl 5 mg, tabletki Liczba opakowań 2 Dawkowanie rano "
        "Wystawiono 03.02.2026 Ważna do 05.03.2026 Wystawił(a) lek. Michał Gąsior"
    )


def test_its_labels_are_in_the_language_of_the_visit_and_its_data_in_polish() -> None:
    polish = text_of_pdf(prescription_pdf(PATIENT, PRESCRIPTION, NOW)).splitlines()
    with speaking(Language.PSEUDO):
        content = prescription_pdf(PATIENT, PRESCRIPTION, NOW)
    told = text_of_pdf(content).splitlines()
    assert len(told) == len(polish)
    assert [line for line in told if line in polish] == polish[2::2]
    assert b"/Lang (qps-ploc)" in content


def test_its_time_is_the_worlds() -> None:
    content = prescription_pdf(PATIENT, PRESCRIPTION, NOW)
    assert content.startswith(b"%PDF-")
    assert b"D:20260301120000" in content


def test_it_is_saved_under_a_name_that_says_what_it_is(
    new_http_browser: Callable[[], HttpBrowser], world: WorldControl
) -> None:
    world.expect_login(world.make_person(1))
    http_browser = (
        new_http_browser().open(world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    )
    http_browser.open(world.url("ikp", "/recepty"))
    (path, *_) = http_browser.page.xpath("//main//li//a/@href")
    printout = http_browser.read(urljoin(http_browser.address, f"{path}/pdf"))
    assert printout.headers["content-type"] == "application/pdf"
    assert printout.headers["content-disposition"] == 'attachment; filename="e-recepta.pdf"'


def test_its_heading_is_larger_than_its_lines() -> None:
    sizes = re.findall(rb"/F\d+ ([\d.]+) Tf", b"".join(streams_of_pdf(prescription_pdf(PATIENT, PRESCRIPTION, NOW))))
    assert len(set(sizes)) == 2
    assert float(sizes[0]) > float(sizes[-1])


@pytest.mark.parametrize("dosage", ["rano i wieczorem " * 60 + "po jedzeniu", "{nb} razy {nb}", "(a\\b) <c> [d] %s"])
def test_it_tells_a_dosage_whole_whatever_is_in_it(dosage: str) -> None:
    printed = text_of_pdf(prescription_pdf(PATIENT, replace(PRESCRIPTION, dosage=dosage), NOW))
    _, _, told = printed.partition("Dawkowanie")
    assert "".join(told.partition("Wystawiono")[0].split()) == "".join(dosage.split())


def test_a_stream_that_ends_like_a_line_is_read_whole() -> None:
    drawn = b"99901"
    packed = zlib.compress(drawn)
    assert packed.endswith(b"\r")
    content = b"%%PDF-1.3\n<< /Length %d >>\nstream\n%b\nendstream\n" % (len(packed), packed)
    assert streams_of_pdf(content) == [drawn]
