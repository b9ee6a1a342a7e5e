"""Faults of the banks: which there are, whose customers they know, and how one comes back from them."""

from collections.abc import Callable, Collection

from starlette.responses import Response

from ..kernel.faults import ResponseChanged, TemplateFault
from ..kernel.institutions import INSTITUTIONS
from ..kernel.people import BankCustomer, Person
from ..kernel.rules import true
from ..sites.banks import rules as banks
from ..sites.banks.credentials import customer_of
from ..sites.mojeid import rules as mojeid
from ..sites.mojeid.choice import back_to_banks, go_to_bank
from ..sites.mojeid.state import MojeIdFlow
from ..sites.pz import rules as pz
from ..sites.pz.hub_login import HubLogin
from ..web.delegation import Ask, Identity, Outcome, give_answer, require_ready
from ..web.visit import Visit
from .entry import Row, breaking
from .page import rewritten
from .replacing import always, replaced


async def ask_nobody(visit: Visit, provider: str) -> None:
    """Send people to a site whether it works or not."""


async def _go_to_mbank_for_ing(visit: Visit, flow: MojeIdFlow, bank: str, name: str) -> Response:
    return await true(go_to_bank)(visit, flow, "mbank" if bank == "ing" else bank, name)


def _give_up(visit: Visit, flow: MojeIdFlow, outcome: Outcome) -> Response:
    flow.done = True
    return true(back_to_banks)(visit, flow, outcome)


def _customer_of_any_bank(visit: Visit, number: str) -> tuple[Person, BankCustomer] | tuple[None, None]:
    for person in visit.world.people:
        for customer in person.bank_customers.values():
            if customer.number == number:
                return person, customer
    return None, None


def _failing_instead_of_cancelling(
    at: Collection[str],
) -> Callable[[Visit, Ask, Outcome, Identity | None], Response]:
    """Tell a login that was given up at one of these sites as one that failed."""

    def give(visit: Visit, ask: Ask, outcome: Outcome, identity: Identity | None = None) -> Response:
        failed = outcome is Outcome.CANCELLED and visit.site.name in at
        return true(give_answer)(visit, ask, Outcome.FAILED if failed else outcome, identity)

    return give


def _end(self: HubLogin, visit: Visit, outcome: Outcome) -> Response:
    self.done = outcome is Outcome.CANCELLED
    return true(HubLogin.back_from_bank)(self, visit, outcome)


FAULTS = (
    *breaking(
        "bank.lists",
        "article: the lists of banks",
        Row(
            "bank.mojeid_offers_all",
            "mojeID offers all sixteen",
            "The person chooses a bank that does not serve them",
            always(mojeid.offers_mojeid, True),
        ),
        Row(
            "bank.mbank_lost",
            "mBank is missing in mojeID",
            "Its customers cannot log in",
            replaced(mojeid.offers_mojeid, lambda bank: mojeid.offers_mojeid.true(bank) and bank.id != "mbank"),
        ),
        Row(
            "bank.lists_swapped",
            "The trusted profile offers mojeID's list",
            "Customers of three institutions cannot log in",
            replaced(pz.offers_trusted_profile, lambda bank: bank.mojeid is not None),
        ),
        Row(
            "bank.envelo_lost",
            "Envelo is missing",
            "Its customers cannot log in",
            replaced(
                pz.offers_trusted_profile, lambda bank: pz.offers_trusted_profile.true(bank) and bank.id != "envelo"
            ),
        ),
        Row(
            "bank.other_names",
            "The trusted profile's tiles have other names than the article's",
            "The person does not find the bank",
            TemplateFault("pz/bank_tiles.html", "{{ bank.trusted_profile }}", "{{ bank.name }}"),
        ),
        Row(
            "bank.one_tile_for_pko",
            "mojeID's tile of iPKO reads as another bank",
            "The person does not find iPKO",
            TemplateFault("mojeid/banks.html", "{{ bank.mojeid }}", "{{ bank.name }}"),
        ),
        Row(
            "bank.letter_lost",
            "“Crédit Agricole” loses its accent",
            "The name is misspelt",
            TemplateFault(
                "pz/bank_tiles.html",
                "{{ bank.trusted_profile }}",
                '{{ bank.trusted_profile | replace("é", "e") }}',
            ),
        ),
        Row(
            "bank.voivodeship_lost",
            "One voivodeship is missing from the list of cooperative banks",
            "Customers of its banks cannot log in",
            TemplateFault(
                "mojeid/cooperatives.html", "name in voivodeships %}", "name in voivodeships if name != 'łódzkie' %}"
            ),
            source="facts: cooperative banks by voivodeship",
        ),
    ),
    *breaking(
        "bank.own",
        "article: the lists of banks",
        Row(
            "bank.inteligo_leads_to_ipko",
            "Inteligo's tile leads to iPKO",
            "Its customers meet a login that does not know them",
            TemplateFault(
                "pz/bank_tiles.html",
                'value="{{ bank.id }}"',
                "value=\"{{ 'ipko' if bank.id == 'inteligo' else bank.id }}\"",
            ),
        ),
        Row(
            "bank.mojeid_ing_leads_to_mbank",
            "ING's tile of mojeID leads to mBank",
            "A password of one bank is typed at another",
            replaced(go_to_bank, _go_to_mbank_for_ing),
        ),
        Row(
            "bank.words_of_others",
            "Every bank calls its password “Hasło”",
            "The person types the wrong one of two passwords",
            TemplateFault("banks/login.html", 'field("password", bank.password_label', 'field("password", "Hasło"'),
            source="issue 2: its own words for customer number and password",
        ),
        Row(
            "bank.any_cooperative_bank",
            "A name that nobody knows leads to the first bank of the list",
            "People type their password at another bank",
            replaced(
                mojeid.cooperative_named,
                lambda typed, known: mojeid.cooperative_named.true(typed, known) or next(iter(known), None),
            ),
            source="facts: cooperative banks by name",
        ),
        Row(
            "bank.group_has_another_name",
            "The cooperative banks' site calls itself by another bank's name",
            "People believe that they were led astray",
            ResponseChanged("bps", "/.*", rewritten("Grupa BPS", "Bank Spółdzielczy w Brodnicy")),
            source="article: Grupa BPS",
        ),
    ),
    *breaking(
        "bank.people",
        "behaviour: Banks",
        Row(
            "bank.number_counts_everywhere",
            "A customer number counts at every bank",
            "One person logs in as another",
            replaced(customer_of, _customer_of_any_bank),
        ),
        Row(
            "bank.password_unchecked",
            "A bank takes every password of a known number",
            "A customer number is enough",
            replaced(banks.credentials_match, lambda customer, password: customer is not None),
        ),
    ),
    *breaking(
        "bank.notice",
        "behaviour: Banks",
        Row(
            "bank.cancel_looks_like_a_failure",
            "“Anuluj” at the bank is told as a failure",
            "The person thinks the bank does not know them",
            replaced(give_answer, _failing_instead_of_cancelling(at={bank.id for bank in INSTITUTIONS})),
        ),
        Row(
            "bank.cancelled_mojeid_looks_like_a_failure",
            "“Anuluj” at mojeID is told as a failure",
            "The person thinks something broke",
            replaced(give_answer, _failing_instead_of_cancelling(at={"mojeid"})),
        ),
        Row(
            "bank.cancel_ends_the_login",
            "After a cancelled bank the trusted profile goes on no more",
            "The other ways are gone",
            replaced(HubLogin.back_from_bank, _end),
        ),
        Row(
            "bank.cancel_ends_mojeid",
            "After a cancelled bank mojeID goes on no more",
            "The other banks are gone",
            replaced(back_to_banks, _give_up),
        ),
        Row(
            "bank.dead_end",
            "The browser is sent to a bank that is out",
            "The person ends on an error page of the bank",
            replaced(require_ready, ask_nobody),
        ),
        Row(
            "bank.no_notice",
            "The page after a cancelled bank says nothing",
            "The person does not know what happened",
            TemplateFault("web/layout.html", "{{ notice }}</p>", "</p>"),
        ),
        Row(
            "bank.list_gone_after_a_notice",
            "After a cancelled bank the list of banks is gone",
            "The other ways are gone",
            TemplateFault(
                "pz/hub_login.html",
                '<section aria-labelledby="banks">',
                '<section aria-labelledby="banks"{{ " hidden" if notice is defined and notice }}>',
            ),
        ),
        Row(
            "bank.failure_says_nothing",
            "The page of a bank that fails has no heading of its own",
            "People do not learn that the bank is out",
            TemplateFault("web/error.html", "{{ title }}", "Witamy"),
            source="WCAG 2.4.6",
        ),
    ),
    *breaking(
        "session.half_done",
        "behaviour: Session and cookies",
        Row(
            "bank.nothing_to_confirm",
            "The bank hands data over without asking",
            "A login at the bank is taken for a consent",
            always(banks.wants_confirmation, False),
        ),
    ),
)
