from datetime import date
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from mock_server.kernel.pesel import pesel_for
from mock_server.saml import NODE_PROFILES, NodeProfile, Subject
from tests.saml.scene import NOW, REQUEST_ID, make_scene

# What XML can hold, save carriage return, which every XML parser turns into a line feed unless it is escaped.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\t\n\r <>&\"']ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
)
NAMES = st.text(CHARACTERS, min_size=1, max_size=60)
SERIALS = st.integers(0, 9999)
DATES = st.dates(date(1800, 1, 1), date(2299, 12, 31))


@settings(deadline=None, max_examples=150)
@given(NAMES, NAMES, DATES, SERIALS, st.sampled_from(list(NODE_PROFILES.values())))
def test_a_person_arrives_letter_for_letter(
    given_name: str, family_name: str, born: date, serial: int, node: NodeProfile
) -> None:
    pesel = pesel_for(born, serial)
    person = Subject(given_name, family_name, born, pesel)
    scene = make_scene().with_node(node)
    arrived = scene.read_response(scene.response_soap(person)).subject
    assert arrived == Subject(normalize("NFC", given_name), normalize("NFC", family_name), born, pesel)


def test_a_decomposed_name_arrives_composed() -> None:
    person = Subject(normalize("NFD", "Zażółć-Gęślą"), "Łęcka", date(1902, 7, 8), "02070803628")
    scene = make_scene()
    assert scene.read_response(scene.response_soap(person)).subject.given_name == "Zażółć-Gęślą"


def test_what_was_asked_is_what_the_hub_reads() -> None:
    scene = make_scene()
    request = scene.read_request(scene.request_xml())
    assert (request.id, request.issue_instant, request.issuer) == (REQUEST_ID, NOW, scene.sp.issuer)
    assert (request.force_authn, request.is_passive, request.sp_type) == (True, False, "public")
    assert request.provider_name == "Internetowe Konto Pacjenta"
