"""The mObywatel app: scan the QR from a computer, or copy the code on a phone."""

from e2e.login.journey import Journey
from pages.base import P
from pages.login_mobywatel.code import CodePage


def walk(journey: Journey, then: type[P]) -> P:
    """Follow the instructions on the page; after the consent the browser moves on by itself."""
    code_page = journey.hub.choose("mobywatel", CodePage)
    if journey.path.confirmation == "qr":
        shown = code_page.expect_qr_and_code() if journey.touched else code_page.expect_qr_only()
        seen = journey.phone.scan(shown.scroll_to_qr().page)
        consent = journey.phone.log_in().choose_qr().choose_scan().submit_seen(seen)
    else:
        code_page.expect_code_only().choose_copy()
        consent = journey.phone.log_in().choose_qr().choose_type().fill_from_clipboard().submit()
    consent.expect_request(journey.service, journey.data)
    journey.still_closed()
    consent.choose_approve()
    return then(journey.page)
