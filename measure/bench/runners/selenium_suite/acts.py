"""What several walks do alike, and how a path begins and ends."""

from io import BytesIO

from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from measure.bench.runners.selenium_suite.hands import Hands, button, field, heading
from measure.bench.runners.selenium_suite.journey import Journey

_CAMERA = "dispatchEvent(new CustomEvent('camera', {detail: arguments[0]}))"


def open_hub(journey: Journey) -> None:
    """From the outside to login.gov.pl, and the cookie banner away."""
    page = journey.page
    page.open(journey.world.url("mojeikp" if journey.entry == "app" else "pacjent"))
    if journey.entry == "menu":
        page.click("//header//summary[normalize-space()='Zaloguj się']")
        page.follow("Zaloguj się na IKP", within="//header")
    elif journey.entry == "banner":
        page.follow("Logowanie na IKP", within="//main")
    else:
        page.click("//a[normalize-space()='Zaloguj się']")
    page.press("Akceptuję")
    page.see_gone(button("Akceptuję"))  # the same page comes anew, and its tiles with it


def arrive(journey: Journey) -> None:
    """What a service provider asks at a first login, and the account with the patient's name."""
    page = journey.page
    page.turn_to()
    if journey.destination == "ikp":
        page.click("//input[@type='checkbox']")
        page.press("Akceptuję i przechodzę do konta")
    else:
        page.fill("Nowy PIN", "2580")
        page.fill("Powtórz PIN", "2580")
        page.press("Zapisz PIN")
    page.see(heading(journey.person.full_name))


def confirm(journey: Journey, page: Hands, name: str) -> None:
    """The last confirmation: until then the account is closed."""
    page.see(button(name))
    journey.expect_closed()
    page.press(name)


def enter_pin(journey: Journey, page: Hands) -> None:
    """The card's PIN1, the last confirmation."""
    page.see(field("PIN1"))
    journey.expect_closed()
    page.type("PIN1", journey.person.id_card.pin1 if journey.person.id_card else "")


def password(journey: Journey) -> None:
    """The trusted profile's."""
    profile = journey.person.trusted_profile
    tile(journey.page, "Profil zaufany")
    _log_in(journey.page, profile.username if profile else "", profile.password if profile else "")


def bank_login(journey: Journey, bank: str) -> None:
    """The bank's."""
    customer = journey.person.bank_customers[bank]
    _log_in(journey.page, customer.number, customer.password)


def _log_in(page: Hands, name: str, secret: str) -> None:
    page.take("//*[@autocomplete='username']", lambda element: element.send_keys(name))
    page.take("//*[@autocomplete='current-password']", lambda element: element.send_keys(secret))
    page.press("Zaloguj się")


def open_app(journey: Journey) -> Hands:
    """The person's mObywatel, by its password."""
    app = journey.phone
    app.open(journey.world.url("mobywatel", f"/telefon/{journey.person.phone}"))
    app.fill("Hasło do aplikacji", journey.person.mobywatel.password if journey.person.mobywatel else "")
    app.press("Zaloguj się")
    return app


def open_edo_code(page: Hands) -> None:
    """The code for the eDO App."""
    tile(page, "e-dowód")
    page.click("//button[contains(normalize-space(), 'Aplikacja eDO App')]")


def confirm_by_card(journey: Journey, app: Hands) -> None:
    """What the eDO App asks."""
    card = journey.person.id_card
    app.press("POTWIERDZAM")
    app.type("Numer CAN", card.can if card else "")
    app.type("Numer dokumentu", card.number if card else "")
    enter_pin(journey, app)


def tile(page: Hands, name: str) -> None:
    """A way to log in, on the page of login.gov.pl."""
    page.follow(name, within="//main")


def scan(page: Hands, name: str) -> str:
    """What a picture of the QR code tells."""
    picture = page.take(
        f"//*[@role='img' or self::img][@aria-label='{name}' or @alt='{name}']", lambda it: it.screenshot_as_png
    )
    text: str = decode(Image.open(BytesIO(picture)), symbols=[ZBarSymbol.QRCODE])[0].data.decode()
    return text


def deliver(app: Hands, text: str) -> None:
    """The camera of the app hears what was read."""
    app.see(heading("Zeskanuj kod QR"))  # else nobody listens yet
    left = app.driver.find_element(By.TAG_NAME, "html")
    app.driver.execute_script(_CAMERA, text)
    WebDriverWait(app.driver, 30, 0.02).until(lambda driver: driver.find_element(By.TAG_NAME, "html") != left)
