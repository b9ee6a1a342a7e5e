"""The e-dowód: with a reader on a computer, or with the eDO App on a phone."""

from e2e.login.journey import Journey
from fixtures.people import IdCard
from pages.base import P
from pages.e_dowod.code import EdoAppCodePage
from pages.e_dowod.login import IdCardPage
from pages.edo_app.confirming import EdoDetailsPage, EdoHomePage


def walk(journey: Journey, then: type[P]) -> P:
    """Prove oneself with the card, as the path says."""
    card = journey.person.id_card
    assert card, "this person has no e-dowód"
    page = journey.hub.choose("id_card", IdCardPage)
    if journey.path.confirmation == "reader":
        return _with_reader(journey, page, card, then)
    return _with_edo_app(journey, page.choose_edo_app(), card, then)


def _with_reader(journey: Journey, page: IdCardPage, card: IdCard, then: type[P]) -> P:
    pin = page.choose_reader().submit_card(card.number).submit_can(card.can)
    journey.still_closed()
    return pin.submit_pin(card.pin1, then)


def _with_edo_app(journey: Journey, code_page: EdoAppCodePage, card: IdCard, then: type[P]) -> P:
    details = _read_code(journey, code_page)
    details.expect_service(journey.service)
    details.expect_data(*journey.data)
    pin = details.choose_confirm().submit_can(card.can).submit_card(card.number)
    journey.still_closed()
    pin.submit_pin(card.pin1)
    return then(journey.page)


def _read_code(journey: Journey, code_page: EdoAppCodePage) -> EdoDetailsPage:
    if journey.path.confirmation == "edo_app_qr":
        seen = journey.phone.scan(code_page.scroll_to_qr().page)
        return _open_edo_app(journey).choose_scan().deliver(seen)
    return _open_edo_app(journey).choose_number().submit_number(code_page.number.inner_text())


def _open_edo_app(journey: Journey) -> EdoHomePage:
    return EdoHomePage.goto(journey.phone.page, journey.edo_address)
