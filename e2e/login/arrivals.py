"""Where a login ends: what the two service providers ask at a first login, and then the account."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pages.base import BasePage
from pages.ikp.entrance import ConsentPage
from pages.mojeikp.entrance import SetPinPage
from pages.patient.signed_in import PatientPage

PIN = "2580"


@dataclass(frozen=True)
class Arrival:
    """One service provider.

    Attributes:
        service: its name, as every page on the way should tell it.
        first_page: what a person meets there at the first login.
        enter: from that page into the account.
    """

    service: str
    first_page: type[BasePage]
    enter: Callable[[Any], PatientPage]


ARRIVALS = {
    "ikp": Arrival("Internetowe Konto Pacjenta (IKP)", ConsentPage, ConsentPage.submit_to_account),
    "mojeikp": Arrival("mojeIKP", SetPinPage, lambda page: page.submit_to_home(PIN)),
}
