"""What a bank decides."""

from hmac import compare_digest

from ...kernel.institutions import Institution
from ...kernel.people import BankCustomer
from ...kernel.rules import rule


@rule
def serves(bank: Institution, asker: str) -> bool:
    """A bank answers the trusted profile or mojeID only where it stands on their list."""
    labels = {"pz": bank.trusted_profile, "mojeid": bank.mojeid}
    return labels.get(asker) is not None


@rule
def is_filled(value: str) -> bool:
    """An empty field is no try."""
    return value != ""


@rule
def credentials_match(customer: BankCustomer | None, password: str) -> bool:
    """The whole password of this bank's own customer; nobody's password is never right."""
    expected = customer.password if customer else ""
    return compare_digest(expected.encode(), password.encode()) and customer is not None


@rule
def has_logged_in(pesel: str | None) -> bool:
    """Nothing is handed over before somebody has logged in."""
    return pesel is not None


@rule
def wants_confirmation(asker: str) -> bool:
    """For a trusted profile the bank itself asks before it hands over data; mojeID asks on its own page."""
    return asker == "pz"
