import pytest

from mock_server.kernel.institutions import INSTITUTIONS, Institution, institution
from mock_server.kernel.people import BankCustomer
from mock_server.sites.banks import rules


@pytest.mark.parametrize("bank", INSTITUTIONS, ids=lambda bank: bank.id)
def test_a_bank_serves_who_lists_it_and_nobody_else(bank: Institution) -> None:
    served = {asker for asker in ("pz", "mojeid", "login", "ikp") if rules.serves(bank, asker)}
    assert served == {asker for asker, label in (("pz", bank.trusted_profile), ("mojeid", bank.mojeid)) if label}


@pytest.mark.parametrize("asker", ["login", "ikp", "ipko", ""])
def test_a_bank_serves_nobody_else(asker: str) -> None:
    bank = institution("ipko")
    assert bank
    assert not rules.serves(bank, asker)


@pytest.mark.parametrize(("value", "filled"), [("", False), ("0", True), (" ", True)])
def test_only_an_empty_field_is_empty(value: str, *, filled: bool) -> None:
    assert rules.is_filled(value) is filled


@pytest.mark.parametrize("password", ["Zażółć-1", "Zażółć-1 ", "zażółć-1", "Zażółć-", "Zażółć-11", ""])
def test_only_the_whole_password_matches(password: str) -> None:
    assert rules.credentials_match(BankCustomer("1", "Zażółć-1"), password) is (password == "Zażółć-1")


@pytest.mark.parametrize("password", ["", "anything"])
def test_nobodys_password_is_never_right(password: str) -> None:
    assert not rules.credentials_match(None, password)


def test_somebody_has_logged_in_from_the_first_pesel_on() -> None:
    assert not rules.has_logged_in(None)
    assert rules.has_logged_in("02270803624")


def test_only_the_trusted_profile_wants_the_banks_own_confirmation() -> None:
    assert rules.wants_confirmation("pz")
    assert not rules.wants_confirmation("mojeid")
