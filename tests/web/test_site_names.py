"""How each site calls itself on its own pages: the names that people know."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("pacjent", "pacjent.gov.pl"),
        ("login", "login.gov.pl"),
        ("pz", "Profil zaufany"),
        ("mojeid", "mojeID"),
        ("e-dowod", "e-dowód"),
        ("czytnik", "E-dowód menedżer"),
        ("edo-app", "eDO App"),
        ("login-mobywatel", "Logowanie mObywatel"),
        ("mobywatel", "mObywatel"),
        ("ikp", "Internetowe Konto Pacjenta"),
        ("mojeikp", "mojeIKP"),
    ],
)
def test_a_page_that_is_not_there_says_whose_it_would_be(
    new_surfer: Callable[[], Surfer], world: WorldControl, site: str, name: str
) -> None:
    surfer = new_surfer().open(world.url(site, "/nie/ma/takiej"))
    assert surfer.status == 404
    assert surfer.text_of("//title").endswith(f" – {name}")
