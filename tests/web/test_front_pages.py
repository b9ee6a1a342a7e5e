"""What a person sees at each site who comes there without a login."""

from collections.abc import Callable

import pytest

from fixtures.surfer import Surfer
from mock_server.client import WorldControl
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.web.site_table import SITES

FRONTS = {
    "pacjent": ("Zdrowie w jednym miejscu", "pacjent.gov.pl"),
    "login": ("login.gov.pl", "login.gov.pl"),
    "pz": ("Potwierdź swoją tożsamość w internecie", "Profil zaufany – pz.gov.pl"),
    "mojeid": ("mojeID", "mojeID"),
    "e-dowod": ("Logowanie e-dowodem", "e-dowód"),
    "czytnik": ("E-dowód menedżer", "E-dowód menedżer"),
    "edo-app": ("Zaloguj się e-dowodem", "Zaloguj się e-dowodem – eDO App"),
    "login-mobywatel": ("Logowanie mObywatel", "Logowanie mObywatel"),
    "mobywatel": ("Nie wiemy, czyj to telefon", "mObywatel"),
    "ikp": ("Internetowe Konto Pacjenta", "Internetowe Konto Pacjenta"),
    "mojeikp": ("mojeIKP", "mojeIKP"),
    **{bank.id: (bank.name, bank.name) for bank in INSTITUTIONS},
}
COLOURS = [(bank.id, bank.colour) for bank in INSTITUTIONS]


@pytest.mark.parametrize("site", SITES)
def test_every_site_says_what_it_is(new_surfer: Callable[[], Surfer], world: WorldControl, site: str) -> None:
    seen = new_surfer().open(world.url(site))
    assert (seen.status, seen.address) == (200, world.url(site))
    assert (seen.heading, seen.text_of("//title")) == FRONTS[site]


@pytest.mark.parametrize(
    ("site", "colour"),
    [
        ("login", "#0052a5"),
        ("mojeid", "#3d1a78"),
        ("mojeikp", "#00594f"),
        *((one.id, one.colour) for one in INSTITUTIONS),
    ],
)
def test_every_site_has_its_colour(
    new_surfer: Callable[[], Surfer], world: WorldControl, site: str, colour: str
) -> None:
    sheet = new_surfer().read(world.url(site, "/site.css"))
    assert sheet.text == f":root {{ --site: {colour}; }}\n"
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert sheet.headers["cache-control"] == "max-age=3600"


def test_nothing_else_is_kept_by_a_browser_and_nobody_frames_it(
    new_surfer: Callable[[], Surfer], world: WorldControl
) -> None:
    headers = new_surfer().read(world.url("ikp")).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"] == (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    )
