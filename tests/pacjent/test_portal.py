from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.sites.pacjent import rules
from mock_server.sites.pacjent.articles import ANNOUNCEMENT, ARTICLES, READ_ALSO, mojeid_ways


def test_an_address_chooses_among_fixed_messages() -> None:
    assert rules.message_of("anulowano") == "Logowanie zostało przerwane."
    assert rules.message_of("wylogowano") == "Wylogowano z Internetowego Konta Pacjenta."


def test_any_other_text_of_the_address_is_never_shown() -> None:
    for key in ("", "ANULOWANO", "anulowano ", "<b>Zadzwoń: 800</b>"):
        assert rules.message_of(key) is None


def test_every_article_to_read_also_has_a_page() -> None:
    assert [one.title for one in READ_ALSO] == [
        "Internetowe Konto Pacjenta",
        "Umów się na badania",
        "Szczepienie, które chroni przed rakiem",
    ]
    assert all(ARTICLES[one.slug] is one for one in (ANNOUNCEMENT, *READ_ALSO))


def test_the_lists_of_the_announcement_are_as_long_as_the_article_says() -> None:
    assert sum(one.trusted_profile is not None for one in INSTITUTIONS) == 16
    assert sum(one.mojeid is not None for one in INSTITUTIONS) == 13


def test_the_announcement_lists_mojeid_in_the_articles_order() -> None:
    ways = mojeid_ways()
    assert len(ways) == 13
    assert (ways[0], ways[-1]) == ("Pekao SA", "Grupa BPS")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?komunikat=anulowano", ["Logowanie zostało przerwane."]),
        ("?komunikat=wylogowano", ["Wylogowano z Internetowego Konta Pacjenta."]),
        ("?komunikat=Zadzwoń", []),
        ("", []),
    ],
)
def test_the_front_page_tells_the_message_of_its_address(
    new_surfer: Callable[[], Surfer], world: WorldControl, query: str, told: list[str]
) -> None:
    front = new_surfer().open(world.url("pacjent", f"/{query}"))
    assert [one.text_content().strip() for one in front.page.xpath("//*[@role='status']")] == told
