"""Which section of an account a page belongs to."""

import pytest

from mock_server.shared.patient.sections import PERMISSIONS, START, Section
from mock_server.sites.ikp.home import SECTIONS as OF_IKP
from mock_server.sites.mojeikp.home import SECTIONS as OF_MOJEIKP


@pytest.mark.parametrize(
    ("section", "path", "marked"),
    [
        (START, "/konto", "page"),
        (START, "/konto/dalej", "true"),
        (START, "/kontora", "false"),
        (PERMISSIONS, "/uprawnienia", "page"),
        (PERMISSIONS, "/uprawnienia/nowe", "true"),
        (PERMISSIONS, "/dziecko/abc/szczepienia", "true"),
        (PERMISSIONS, "/dostep-zakonczony", "true"),
        (PERMISSIONS, "/konto", "false"),
    ],
)
def test_a_section_knows_its_pages(section: Section, path: str, marked: str) -> None:
    assert section.current(path) == marked


@pytest.mark.parametrize("sections", [OF_IKP, OF_MOJEIKP], ids=["ikp", "mojeikp"])
def test_no_page_belongs_to_two_sections(sections: tuple[Section, ...]) -> None:
    for one in sections:
        assert [other for other in sections if other.current(f"{one.path}/x") != "false"] == [one]
