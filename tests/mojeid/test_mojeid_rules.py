import unicodedata

import pytest

from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.sites.mojeid import rules
from mock_server.sites.mojeid.cooperatives import VOIVODESHIPS

KNOWN = ("Bank Spółdzielczy w Łomży", "Bank Spółdzielczy w Suwałkach")
OFFERING = frozenset({"ipko", "inteligo"})


def test_only_the_hub_may_ask() -> None:
    assert rules.may_ask("login")
    assert not any(rules.may_ask(asker) for asker in ("pz", "ikp", "login2", ""))


def test_thirteen_banks_offer_mojeid() -> None:
    assert sum(rules.offers_mojeid(bank) for bank in INSTITUTIONS) == 13


def test_only_grupa_bps_is_a_group() -> None:
    assert [bank.id for bank in INSTITUTIONS if rules.is_group(bank.id)] == ["bps"]


@pytest.mark.parametrize(
    "typed",
    [
        "Bank Spółdzielczy w Łomży",
        "  bank   spółdzielczy W ŁOMŻY ",
        unicodedata.normalize("NFD", "Bank Spółdzielczy w Łomży"),
    ],
)
def test_a_cooperative_bank_is_found_by_its_whole_name(typed: str) -> None:
    assert rules.cooperative_named(typed, KNOWN) == "Bank Spółdzielczy w Łomży"


@pytest.mark.parametrize("typed", ["", "Łomża", "Bank Spółdzielczy w Łomż", "Bank Spółdzielczy w Lomzy"])
def test_anything_else_names_no_cooperative_bank(typed: str) -> None:
    assert rules.cooperative_named(typed, KNOWN) is None


@pytest.mark.parametrize(
    ("authorities", "may"),
    [
        (("ipko",), True),
        ((), False),
        (("santander",), False),
        (("ipko", "inteligo"), False),
        (("mojeid.pl", "ipko"), False),
    ],
)
def test_one_bank_of_the_list_vouches(authorities: tuple[str, ...], *, may: bool) -> None:
    assert rules.bank_may_vouch(authorities, OFFERING) is may


@pytest.mark.parametrize(
    ("shown", "given", "counts"), [("a", "a", True), ("a", "b", False), ("a", "", False), (None, "", False)]
)
def test_a_consent_counts_for_what_was_shown(shown: str | None, given: str, *, counts: bool) -> None:
    assert rules.consent_is_for_what_was_shown(shown, given) is counts


def test_all_sixteen_voivodeships_have_banks_of_their_own() -> None:
    names = [name for banks in VOIVODESHIPS.values() for name in banks]
    assert len(VOIVODESHIPS) == 16
    assert all(VOIVODESHIPS.values())
    assert len(names) == len(set(names))
