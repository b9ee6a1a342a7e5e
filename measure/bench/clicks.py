"""The clicks of ten representative paths, through raw Playwright: no page objects, no steps, no checks on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pyzbar.pyzbar import ZBarSymbol, decode

from mock_server.client import WorldControl
from mock_server.kernel.people import Person


@dataclass(frozen=True)
class PathWalk:
    """What a path is walked with. ``phone`` makes the page of the phone: a tab, or a device of its own."""

    page: Page
    world: WorldControl
    person: Person
    phone: Callable[[], Page]


def open_hub(page: Page, world: WorldControl, entry: str) -> None:
    """From the outside to login.gov.pl, and the cookie banner away."""
    page.goto(world.url("mojeikp" if entry == "app" else "pacjent"))
    if entry == "menu":
        page.get_by_role("banner").get_by_role("group").get_by_text("Zaloguj się", exact=True).click()
        page.get_by_role("banner").get_by_role("link", name="Zaloguj się na IKP").click()
    elif entry == "banner":
        page.get_by_role("main").get_by_role("link", name="Logowanie na IKP").click()
    else:
        page.get_by_role("link", name="Zaloguj się", exact=True).click()
    page.get_by_role("button", name="Akceptuję").click()


def arrive(walk: PathWalk, destination: str) -> None:
    """What a first login asks, and the account: the patient's name."""
    page = walk.page
    if destination == "ikp":
        page.get_by_role("checkbox", name="Akceptuję regulamin").check()
        _press(page, "Akceptuję i przechodzę do konta")
    else:
        page.get_by_label("Nowy PIN", exact=True).fill("2580")
        page.get_by_label("Powtórz PIN", exact=True).fill("2580")
        _press(page, "Zapisz PIN")
    expect(page.get_by_role("heading", level=1)).to_have_text(walk.person.full_name)


def by_sms(walk: PathWalk) -> None:
    """Trusted profile: password, code."""
    _password(walk)
    page = walk.page
    page.get_by_label("Kod SMS").wait_for()
    text = walk.world.inbox(walk.person).sms[-1].text
    page.get_by_label("Kod SMS").fill(text.partition("Kod: ")[2][:8])
    _press(page, "Potwierdź")


def by_push(walk: PathWalk) -> None:
    """Trusted profile: password, push in mObywatel."""
    _password(walk)
    expect(walk.page.get_by_role("heading", level=1)).to_have_text("Potwierdź w aplikacji mObywatel")
    app = _open_app(walk)
    app.get_by_role("link", name="Powiadomienia").click()
    app.get_by_role("link").filter(has_text="Operacja nr").click()
    _press(app, "Zatwierdź")


def by_bank(walk: PathWalk) -> None:
    """Trusted profile: through mBank."""
    _tile(walk.page, "Profil zaufany")
    _press(walk.page, "mBank")
    _bank(walk, "mbank")
    _press(walk.page, "Potwierdzam")


def by_mojeid(walk: PathWalk) -> None:
    """The mojeID of ING."""
    _tile(walk.page, "mojeID")
    _press(walk.page, "ING Bank Śląski")
    _bank(walk, "ing")
    _press(walk.page, "Wyrażam zgodę")


def by_cooperative(walk: PathWalk) -> None:
    """The mojeID of a cooperative bank."""
    page = walk.page
    _tile(page, "mojeID")
    _press(page, "Grupa BPS")
    page.get_by_label("Województwo").select_option("mazowieckie")
    _press(page, "Pokaż banki")
    page.get_by_label("Nazwa banku").fill("Bank Spółdzielczy w Płońsku")
    _press(page, "Dalej")
    _bank(walk, "bps")
    _press(page, "Wyrażam zgodę")


def by_reader(walk: PathWalk) -> None:
    """The e-dowód with a reader."""
    page, card = walk.page, walk.person.id_card
    _tile(page, "e-dowód")
    page.get_by_role("button", name="Czytnik podłączony do komputera").click()
    for label, value in (
        ("Numer dokumentu", card and card.number),
        ("Numer CAN", card and card.can),
        ("PIN1", card and card.pin1),
    ):
        _type(page, label, value or "")


def by_edo_qr(walk: PathWalk) -> None:
    """The e-dowód with the eDO App, by its QR."""
    _edo_code(walk)
    text = scan(walk.page.get_by_role("img", name="Kod QR do zeskanowania aplikacją eDO App"))
    app = walk.phone()
    app.goto(walk.world.url("edo-app"))
    app.get_by_role("link", name="Zeskanuj kod QR").click()
    _camera(app, text)
    _edo_card(walk, app)


def by_edo_number(walk: PathWalk) -> None:
    """The e-dowód with the eDO App, by the number."""
    _edo_code(walk)
    number = walk.page.get_by_role("status", name="Numer do wpisania w aplikacji").inner_text()
    app = walk.phone()
    app.goto(walk.world.url("edo-app"))
    app.get_by_role("link", name="Wpisz numer").click()
    _type(app, "Numer", number)
    _edo_card(walk, app)


def by_qr(walk: PathWalk) -> None:
    """The app mObywatel: scan the QR."""
    _tile(walk.page, "Aplikacja mObywatel")
    text = scan(walk.page.get_by_role("img", name="Kod QR do zeskanowania aplikacją mObywatel"))
    app = _open_app(walk)
    app.get_by_role("link", name="Kod QR").click()
    app.get_by_role("link", name="Zeskanuj kod QR").click()
    _camera(app, text)
    _press(app, "Udostępnij dane")


def by_code(walk: PathWalk) -> None:
    """The app mObywatel: copy the code, paste it."""
    _tile(walk.page, "Aplikacja mObywatel")
    _press(walk.page, "Skopiuj kod")
    expect(walk.page.get_by_role("status").filter(has_text="Kod skopiowany")).to_be_visible()
    app = _open_app(walk)
    app.get_by_role("link", name="Kod QR").click()
    app.get_by_role("link", name="Wpisz kod").click()
    app.get_by_label("Kod", exact=True).focus()
    app.keyboard.press("ControlOrMeta+V")
    _press(app, "Dalej")
    _press(app, "Udostępnij dane")


def scan(qr: Locator) -> str:
    """What a picture of the element tells."""
    text: str = decode(Image.open(BytesIO(qr.screenshot())), symbols=[ZBarSymbol.QRCODE])[0].data.decode()
    return text


def _tile(page: Page, name: str) -> None:
    page.get_by_role("region", name="Sposoby logowania").get_by_role("link").filter(has_text=name).click()


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _type(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)
    _press(page, "Dalej")


def _camera(app: Page, text: str) -> None:
    app.get_by_role("heading", name="Zeskanuj kod QR").wait_for()  # else nobody listens yet
    with app.expect_navigation():
        app.evaluate("text => { dispatchEvent(new CustomEvent('camera', {detail: text})) }", text)


def _password(walk: PathWalk) -> None:
    profile = walk.person.trusted_profile
    _tile(walk.page, "Profil zaufany")
    walk.page.locator("[autocomplete=username]").fill(profile.username if profile else "")
    walk.page.locator("[autocomplete=current-password]").fill(profile.password if profile else "")
    _press(walk.page, "Zaloguj się")


def _bank(walk: PathWalk, bank: str) -> None:
    customer = walk.person.bank_customers[bank]
    walk.page.locator("[autocomplete=username]").fill(customer.number)
    walk.page.locator("[autocomplete=current-password]").fill(customer.password)
    _press(walk.page, "Zaloguj się")


def _open_app(walk: PathWalk) -> Page:
    app = walk.phone()
    app.goto(walk.world.url("mobywatel", f"/telefon/{walk.person.phone}"))
    app.get_by_label("Hasło do aplikacji").fill(walk.person.mobywatel.password if walk.person.mobywatel else "")
    _press(app, "Zaloguj się")
    return app


def _edo_code(walk: PathWalk) -> None:
    _tile(walk.page, "e-dowód")
    walk.page.get_by_role("button", name="Aplikacja eDO App").click()


def _edo_card(walk: PathWalk, app: Page) -> None:
    card = walk.person.id_card
    _press(app, "POTWIERDZAM")
    for label, value in (
        ("Numer CAN", card and card.can),
        ("Numer dokumentu", card and card.number),
        ("PIN1", card and card.pin1),
    ):
        _type(app, label, value or "")
