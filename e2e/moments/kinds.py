"""Every kind of moment that a page tells: where it is shown, and the act that makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from e2e.banks.by_hand import go_to_bank
from e2e.moments.founding import DAY, founded_profile, profile_that_has_expired, profile_that_is_valid
from e2e.moments.scene import AFTER, Scene, Told, beside, told
from e2e.trusted_profile.asked import WRONG, other_than, try_by_hand
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.polish_time import told_clock, told_moment

CODE_LIFE, LOCK, IDLE = timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=15)
PROFILE = timedelta(days=3 * 365 + 1)
"""Three years from any day of 2027: a 29 February lies between."""
TRIES = 5


@dataclass(frozen=True)
class Kind:
    """One line of the table.

    Attributes:
        shown: does the act at its moment, and reads what a page tells of it later.
        after: how long after the act the moment is that is told.
        words: how it is told to people.
    """

    shown: Callable[[Scene], Told]
    after: timedelta = timedelta()
    words: Callable[[datetime], str] = told_moment


def _left(end_after: timedelta) -> Callable[[datetime], str]:
    """A countdown that is looked at later: whatever the clock shows, it tells how long is left."""
    minutes, seconds = divmod(int((end_after - AFTER).total_seconds()), 60)
    return lambda _end: f"{minutes}:{seconds:02d}"


def login_in_the_profile(scene: Scene) -> Told:
    scene.sign_in_to_ikp(scene.make_person())
    scene.later()
    return told(scene.computer.open(scene.world.url("ikp", "/moje-konto")), beside("Zalogowano"))


def look_at_data(scene: Scene) -> Told:
    owner, carer = scene.make_person(), scene.make_person()
    scene.world.authorise(owner, carer)
    scene.sign_in_to_ikp(carer)
    page = scene.computer.open(scene.world.url("ikp", "/uprawnienia")).page
    (address,) = page.xpath("//a[starts-with(@href, '/osoby/')]/@href")
    scene.computer.open(scene.world.url("ikp", str(address)))
    scene.later()
    scene.computer.open(scene.world.url("ikp", "/konto")).press("Wyloguj się")
    scene.world.expect_login(owner)
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).press("Akceptuję i przechodzę do konta", zgoda="tak")
    return told(scene.computer.open(scene.world.url("ikp", "/uprawnienia/wglad")), beside("Kiedy"))


def login_in_the_edo_app(scene: Scene) -> Told:
    scene.choose("id_card")
    scene.later()
    number = scene.computer.submit("/edo-app").text_of("//output")
    return told(scene.phone.open(scene.world.url("edo-app", "/wpisz")).submit("", number=number), beside("Czas"))


def request_in_mobywatel(scene: Scene) -> Told:
    person = scene.make_person()
    scene.open_app(person)
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")
    scene.phone.open(scene.world.url("mobywatel", "/kod-qr/wpisz"))
    scene.at_the_act()
    scene.phone.submit("/kod-qr/wpisz", code=scene.computer.text_of("//output[@id='code']"))
    scene.later()
    return told(scene.phone.open(scene.phone.address), "//main/p[starts-with(., 'Data i godzina')]")


def push_in_mobywatel(scene: Scene) -> Told:
    person = scene.push_person()
    _ask_to_confirm(scene, person)
    (push,) = scene.world.inbox(person).pushes
    return told(scene.phone.open(scene.world.url("mobywatel", f"/powiadomienia/{push.id}")), beside("Data i godzina"))


def sms_in_mobywatel(scene: Scene) -> Told:
    return told(_sms(scene), "//article/p[1]")


def moment_in_an_sms(scene: Scene) -> Told:
    return told(_sms(scene), "//article/p[2]")


def _sms(scene: Scene) -> HttpBrowser:
    """The phone shows the SMS with a code."""
    _ask_to_confirm(scene, scene.make_person())
    return scene.phone.open(scene.world.url("mobywatel", "/sms"))


def _ask_to_confirm(scene: Scene, person: Person) -> None:
    """The app is open, and pz.gov.pl asks this person to confirm that they sign in."""
    assert person.trusted_profile
    scene.open_app(person)
    scene.computer.open(scene.world.url("pz", "/ui/au/login"))
    scene.at_the_act()
    profile = person.trusted_profile
    try_by_hand(scene.computer, scene.world, profile.username, profile.password, begin=False)
    scene.later()


def renewed_profile(scene: Scene) -> Told:
    person = scene.make_person()
    scene.sign_in_to_pz(person)
    scene.computer.open(scene.world.url("pz", "/account/profile/details")).press("Przedłuż ważność")
    scene.at_the_act()
    scene.give_code(person)
    scene.later()
    return told(scene.computer.open(scene.world.url("pz", "/account/profile/details")), beside("Ważność"))


def lock_at_a_bank(scene: Scene) -> Told:
    go_to_bank(scene.computer, scene.world, "mbank")
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        scene.computer.submit("/logowanie", number="20262026", password=WRONG)
    scene.later()
    return told(scene.computer.submit("/logowanie", number="20262026", password=WRONG))


def lock_at_pz(scene: Scene) -> Told:
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        try_by_hand(scene.computer, scene.world, "nikt.taki0000")
    scene.later()
    return told(try_by_hand(scene.computer, scene.world, "nikt.taki0000"))


def lock_of_a_card(scene: Scene) -> Told:
    card = scene.make_person().id_card
    assert card
    reader = scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    reader.submit("/czytnik").press("Dalej", number=card.number)
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        reader.press("Dalej", can=other_than(card.can))
    scene.later()
    return told(reader.press("Dalej", can=card.can))


def lock_of_mobywatel(scene: Scene) -> Told:
    phone = scene.phone.open(scene.world.url("mobywatel", f"/telefon/{scene.make_person().phone}"))
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        phone.submit("/zaloguj", password=WRONG)
    scene.later()
    return told(phone.submit("/zaloguj", password=WRONG))


def lock_of_codes(scene: Scene) -> Told:
    person, made_up = scene.make_person(), f"8;D;1;;;9216;;{uuid4()};1;2;HOST;0;3;;"
    scene.open_app(person)
    text = made_up.replace("HOST", scene.world.url("login-mobywatel", "").partition("://")[2])
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        scene.phone.open(scene.world.url("mobywatel", "/kod-qr/wpisz")).submit("/kod-qr/wpisz", code=text)
    scene.later()
    return told(scene.phone.submit("/kod-qr/wpisz", code=text))


def lock_of_numbers(scene: Scene) -> Told:
    app = scene.phone.open(scene.world.url("edo-app", "/wpisz"))
    for number in range(1, TRIES + 1):
        if number == TRIES:
            scene.at_the_act()
        app.submit("/wpisz", number="000000000")
    scene.later()
    return told(app.submit("/wpisz", number="000000000"))


def code_of_mobywatel(scene: Scene) -> Told:
    scene.choose("mobywatel")
    scene.later()
    return told(scene.computer.open(scene.computer.address))


def new_code_of_mobywatel(scene: Scene) -> Told:
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")
    scene.at_the_act()
    scene.computer.press("Odśwież kod QR")
    scene.later()
    return told(scene.computer.open(scene.computer.address))


def code_of_e_dowod(scene: Scene) -> Told:
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    scene.at_the_act()
    scene.computer.submit("/edo-app")
    scene.later()
    return told(scene.computer.open(scene.computer.address))


def end_of_a_session(scene: Scene) -> Told:
    """The act is the last thing the person did; the page that it opened stays on the screen."""
    scene.sign_in_to_ikp(scene.make_person())
    scene.later()
    return told(scene.computer, "//dialog")


KINDS = {
    "login-in-profile": Kind(login_in_the_profile),
    "look-at-data": Kind(look_at_data),
    "login-in-edo-app": Kind(login_in_the_edo_app),
    "request-in-mobywatel": Kind(request_in_mobywatel),
    "push-in-mobywatel": Kind(push_in_mobywatel),
    "sms-in-mobywatel": Kind(sms_in_mobywatel),
    "moment-in-sms": Kind(moment_in_an_sms),
    "renewed-profile": Kind(renewed_profile, PROFILE),
    "founded-profile": Kind(founded_profile, PROFILE),
    "valid-profile": Kind(profile_that_is_valid, DAY),
    "expired-profile": Kind(profile_that_has_expired),
    "lock-at-bank": Kind(lock_at_a_bank, LOCK),
    "lock-at-pz": Kind(lock_at_pz, LOCK, told_clock),
    "lock-of-card": Kind(lock_of_a_card, LOCK, told_clock),
    "lock-of-mobywatel": Kind(lock_of_mobywatel, LOCK, told_clock),
    "lock-of-codes": Kind(lock_of_codes, LOCK, told_clock),
    "lock-of-numbers": Kind(lock_of_numbers, LOCK, told_clock),
    "code-of-mobywatel": Kind(code_of_mobywatel, CODE_LIFE, _left(CODE_LIFE)),
    "new-code-of-mobywatel": Kind(new_code_of_mobywatel, CODE_LIFE, _left(CODE_LIFE)),
    "code-of-e-dowod": Kind(code_of_e_dowod, CODE_LIFE, _left(CODE_LIFE)),
    "end-of-session": Kind(end_of_a_session, IDLE, lambda _end: "15:00"),
}
"""The table, by short names."""
