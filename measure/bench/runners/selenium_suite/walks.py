"""How each method is walked, from the hub to the service provider; the names are those of ``measure.bench.clicks``."""

from selenium.webdriver import ActionChains, Keys

from measure.bench.runners.selenium_suite.acts import (
    bank_login,
    confirm,
    confirm_by_card,
    deliver,
    enter_pin,
    open_app,
    open_edo_code,
    password,
    scan,
    tile,
)
from measure.bench.runners.selenium_suite.hands import button, field, heading
from measure.bench.runners.selenium_suite.journey import Journey

_ON_PHONE = "//section[@class='on-phone']"
"""The page has the code twice, and shows one of them."""


def by_sms(journey: Journey) -> None:
    """Trusted profile: password, code."""
    password(journey)
    journey.page.see(field("Kod SMS"))
    text = journey.world.inbox(journey.person).sms[-1].text
    journey.page.fill("Kod SMS", text.partition("Kod: ")[2][:8])
    confirm(journey, journey.page, "Potwierdź")


def by_push(journey: Journey) -> None:
    """Trusted profile: password, push in mObywatel."""
    password(journey)
    journey.page.see(heading("Potwierdź w aplikacji mObywatel"))
    app = open_app(journey)
    app.follow("Powiadomienia")
    app.follow("Operacja nr")
    confirm(journey, app, "Zatwierdź")


def by_bank(journey: Journey) -> None:
    """Trusted profile: through mBank."""
    tile(journey.page, "Profil zaufany")
    journey.page.press("mBank")
    bank_login(journey, "mbank")
    confirm(journey, journey.page, "Potwierdzam")


def by_mojeid(journey: Journey) -> None:
    """The mojeID of ING."""
    tile(journey.page, "mojeID")
    journey.page.press("ING Bank Śląski")
    bank_login(journey, "ing")
    confirm(journey, journey.page, "Wyrażam zgodę")


def by_cooperative(journey: Journey) -> None:
    """The mojeID of a cooperative bank."""
    page = journey.page
    tile(page, "mojeID")
    page.press("Grupa BPS")
    page.select("Województwo", "mazowieckie")
    page.press("Pokaż banki")
    page.type("Nazwa banku", "Bank Spółdzielczy w Płońsku")
    bank_login(journey, "bps")
    confirm(journey, page, "Wyrażam zgodę")


def by_reader(journey: Journey) -> None:
    """The e-dowód with a reader."""
    page, card = journey.page, journey.person.id_card
    tile(page, "e-dowód")
    page.click("//button[contains(normalize-space(), 'Czytnik podłączony do komputera')]")
    page.type("Numer dokumentu", card.number if card else "")
    page.type("Numer CAN", card.can if card else "")
    enter_pin(journey, page)


def by_edo_qr(journey: Journey) -> None:
    """The e-dowód with the eDO App, by its QR."""
    open_edo_code(journey.page)
    text = scan(journey.page, "Kod QR do zeskanowania aplikacją eDO App")
    app = journey.phone
    app.open(journey.world.url("edo-app"))
    app.follow("Zeskanuj kod QR")
    deliver(app, text)
    confirm_by_card(journey, app)


def by_edo_number(journey: Journey) -> None:
    """The e-dowód with the eDO App, by the number."""
    open_edo_code(journey.page)
    number = journey.page.take("//*[@aria-labelledby='number-label']", lambda element: element.text)
    app = journey.phone
    app.open(journey.world.url("edo-app"))
    app.follow("Wpisz numer")
    app.type("Numer", number)
    confirm_by_card(journey, app)


def by_qr(journey: Journey) -> None:
    """The app mObywatel: scan the QR."""
    tile(journey.page, "Aplikacja mObywatel")
    text = scan(journey.page, "Kod QR do zeskanowania aplikacją mObywatel")
    app = open_app(journey)
    app.follow("Kod QR")
    app.follow("Zeskanuj kod QR")
    deliver(app, text)
    confirm(journey, app, "Udostępnij dane")


def by_code(journey: Journey) -> None:
    """The app mObywatel: copy the code, paste it."""
    tile(journey.page, "Aplikacja mObywatel")
    journey.page.click(_ON_PHONE + button("Skopiuj kod"))
    journey.page.see(_ON_PHONE + "//*[@role='status'][contains(normalize-space(), 'Kod skopiowany')]")
    app = open_app(journey)
    app.follow("Kod QR")
    app.follow("Wpisz kod")
    app.fill("Kod", "")
    ActionChains(app.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    app.press("Dalej")
    confirm(journey, app, "Udostępnij dane")


WALKS = {
    walk.__name__: walk
    for walk in (
        by_sms,
        by_push,
        by_bank,
        by_mojeid,
        by_cooperative,
        by_reader,
        by_edo_qr,
        by_edo_number,
        by_qr,
        by_code,
    )
}
