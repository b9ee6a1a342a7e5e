"""Every kind of day that a page tells of a person: where it is shown, and whose it is."""

from collections.abc import Callable
from datetime import date

from e2e.banks.by_hand import go_to_bank
from e2e.moments.founding import data_of_a_founder
from e2e.moments.scene import Scene, Told, beside, told
from fixtures.http_browser import HttpBrowser
from fixtures.people import Person
from fixtures.prevention import Examination, PreventionReferral, Result

BORN = beside("Data urodzenia")


def _log_in_at_bank(scene: Scene, person: Person, method: str) -> HttpBrowser:
    go_to_bank(scene.computer, scene.world, "mbank", method)
    customer = person.bank_customers["mbank"]
    return scene.computer.submit("/logowanie", number=customer.number, password=customer.password)


def profile_of_ikp(scene: Scene, day: date) -> Told:
    scene.sign_in_to_ikp(scene.make_person(birth_date=day.isoformat()))
    return told(scene.computer.open(scene.world.url("ikp", "/moje-konto")), BORN)


def _with_child(scene: Scene, day: date) -> HttpBrowser:
    child, parent = scene.make_person(birth_date=day.isoformat()), scene.make_person()
    scene.sign_in_to_ikp(scene.world.change_person(parent.pesel, children=[child.pesel]))
    return scene.computer.open(scene.world.url("ikp", "/uprawnienia"))


def list_of_children(scene: Scene, day: date) -> Told:
    return told(_with_child(scene, day))


def account_of_a_child(scene: Scene, day: date) -> Told:
    (address,) = _with_child(scene, day).page.xpath("//a[starts-with(@href, '/dzieci/')]/@href")
    return told(scene.computer.open(scene.world.url("ikp", str(address))), BORN)


def _with_right(scene: Scene, day: date) -> HttpBrowser:
    owner = scene.make_person()
    scene.world.authorise(owner, scene.make_person(), first_day=day, last_day=day)
    scene.sign_in_to_ikp(owner)
    return scene.computer.open(scene.world.url("ikp", "/uprawnienia"))


def first_day_of_a_right(scene: Scene, day: date) -> Told:
    return told(_with_right(scene, day), beside("Od"))


def last_day_of_a_right(scene: Scene, day: date) -> Told:
    return told(_with_right(scene, day), beside("Do"))


def document_in_mobywatel(scene: Scene, day: date) -> Told:
    scene.open_app(scene.make_person(birth_date=day.isoformat()))
    return told(scene.phone)


def consent_of_mobywatel(scene: Scene, day: date) -> Told:
    scene.open_app(scene.make_person(birth_date=day.isoformat()))
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="mobywatel")
    scene.phone.open(scene.world.url("mobywatel", "/kod-qr/wpisz"))
    return told(scene.phone.submit("/kod-qr/wpisz", code=scene.computer.text_of("//output[@id='code']")), BORN)


def consent_of_mojeid(scene: Scene, day: date) -> Told:
    return told(_log_in_at_bank(scene, scene.make_person(birth_date=day.isoformat()), "mojeid"), BORN)


def confirmation_at_a_bank(scene: Scene, day: date) -> Told:
    return told(_log_in_at_bank(scene, scene.make_person(birth_date=day.isoformat()), "trusted_profile"), BORN)


def _card_that_ran_out(scene: Scene, day: date) -> tuple[str, str]:
    person = scene.make_person()
    scene.world.change_person(person.pesel, id_card={"valid_until": day.isoformat()})
    assert person.id_card
    return person.id_card.number, person.id_card.can


def old_card_at_the_reader(scene: Scene, day: date) -> Told:
    number, can = _card_that_ran_out(scene, day)
    scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card").submit("/czytnik")
    return told(scene.computer.press("Dalej", number=number).press("Dalej", can=can))


def old_card_in_the_edo_app(scene: Scene, day: date) -> Told:
    number, can = _card_that_ran_out(scene, day)
    shown = scene.computer.open(scene.world.url("ikp", "/zaloguj")).submit("/metoda", method="id_card")
    typed = shown.submit("/edo-app").text_of("//output")
    app = scene.phone.open(scene.world.url("edo-app", "/wpisz")).submit("", number=typed)
    return told(app.press("POTWIERDZAM").press("Dalej", can=can).press("Dalej", number=number))


def _referral(scene: Scene, day: date) -> HttpBrowser:
    """Issued, used and over on one day."""
    person = scene.make_person(birth_date="1950-06-15")
    result = Result(Examination.URINE, "w normie", "w normie", day)
    given = PreventionReferral(day, day, (Examination.URINE,), used=True, results=(result,))
    scene.world.put_prevention_referrals(person, [given])
    scene.sign_in_to_ikp(person)
    return scene.computer.open(scene.world.url("ikp", f"/profilaktyka/skierowania/{given.id}"))


def issue_of_a_referral(scene: Scene, day: date) -> Told:
    return told(_referral(scene, day), beside("Wystawiono"))


def end_of_a_referral(scene: Scene, day: date) -> Told:
    return told(_referral(scene, day), beside("Ważne do"))


def day_of_a_result(scene: Scene, day: date) -> Told:
    return told(_referral(scene, day), beside("Data badania"))


DAYS: dict[str, Callable[[Scene, date], Told]] = {
    "profile": profile_of_ikp,
    "children": list_of_children,
    "child": account_of_a_child,
    "right-begins": first_day_of_a_right,
    "right-ends": last_day_of_a_right,
    "document": document_in_mobywatel,
    "consent-mobywatel": consent_of_mobywatel,
    "consent-mojeid": consent_of_mojeid,
    "confirmation-bank": confirmation_at_a_bank,
    "founding": data_of_a_founder,
    "old-card-reader": old_card_at_the_reader,
    "old-card-edo-app": old_card_in_the_edo_app,
    "referral-issued": issue_of_a_referral,
    "referral-end": end_of_a_referral,
    "result": day_of_a_result,
}
"""The table, by short names."""
