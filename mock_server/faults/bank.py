"""Faults of the banks: which there are, whose customers they know, and how one comes back from them."""

from ..kernel.faults import ResponseChanged, RuleFault, RuleReplaced, TemplateFault
from ..web.delegation import Outcome
from .entry import CataloguedFault
from .page import rewritten

FAULTS = (
    CataloguedFault(
        "bank.mojeid_offers_all",
        "mojeID offers all sixteen",
        "The person chooses a bank that does not serve them",
        "bank.lists",
        "article: the lists of banks",
        RuleFault("mojeid.offers_mojeid", "always", True),
    ),
    CataloguedFault(
        "bank.mbank_lost",
        "mBank is missing in mojeID",
        "Its customers cannot log in",
        "bank.lists",
        "article: the lists of banks",
        RuleReplaced("mojeid.offers_mojeid", lambda true: lambda bank: true(bank) and bank.id != "mbank"),
    ),
    CataloguedFault(
        "bank.lists_swapped",
        "The trusted profile offers mojeID's list",
        "Customers of three institutions cannot log in",
        "bank.lists",
        "article: the lists of banks",
        RuleReplaced("trusted_profile.offers_trusted_profile", lambda _: lambda bank: bank.mojeid is not None),
    ),
    CataloguedFault(
        "bank.envelo_lost",
        "Envelo is missing",
        "Its customers cannot log in",
        "bank.lists",
        "article: the lists of banks",
        RuleReplaced(
            "trusted_profile.offers_trusted_profile", lambda true: lambda bank: true(bank) and bank.id != "envelo"
        ),
    ),
    CataloguedFault(
        "bank.other_names",
        "The trusted profile's tiles have other names than the article's",
        "The person does not find the bank",
        "bank.lists",
        "article: the lists of banks",
        TemplateFault("trusted_profile/hub_login.html", "{{ bank.trusted_profile }}", "{{ bank.name }}"),
    ),
    CataloguedFault(
        "bank.one_tile_for_pko",
        "mojeID's tile of iPKO reads as another bank",
        "The person does not find iPKO",
        "bank.lists",
        "article: the lists of banks",
        TemplateFault("mojeid/banks.html", "{{ bank.mojeid }}", "{{ bank.name }}"),
    ),
    CataloguedFault(
        "bank.letter_lost",
        "“Crédit Agricole” loses its accent",
        "The name is misspelt",
        "bank.lists",
        "article: the lists of banks",
        TemplateFault(
            "trusted_profile/hub_login.html",
            "{{ bank.trusted_profile }}",
            '{{ bank.trusted_profile | replace("é", "e") }}',
        ),
    ),
    CataloguedFault(
        "bank.inteligo_leads_to_ipko",
        "Inteligo's tile leads to iPKO",
        "Its customers meet a login that does not know them",
        "bank.own",
        "article: the lists of banks",
        RuleReplaced(
            "trusted_profile.site_of", lambda true: lambda bank: "ipko" if bank.id == "inteligo" else true(bank)
        ),
    ),
    CataloguedFault(
        "bank.mojeid_ing_leads_to_mbank",
        "ING's tile of mojeID leads to mBank",
        "A password of one bank is typed at another",
        "bank.own",
        "article: the lists of banks",
        RuleReplaced("mojeid.site_of", lambda true: lambda bank: "mbank" if bank.id == "ing" else true(bank)),
    ),
    CataloguedFault(
        "bank.words_of_others",
        "Every bank calls its password “Hasło”",
        "The person types the wrong one of two passwords",
        "bank.own",
        "issue 2: its own words for customer number and password",
        TemplateFault("banks/login.html", 'field("password", bank.password_label', 'field("password", "Hasło"'),
    ),
    CataloguedFault(
        "bank.number_counts_everywhere",
        "A customer number counts at every bank",
        "One person logs in as another",
        "bank.people",
        "behaviour: Banks",
        RuleReplaced("banks.is_customer", lambda _: lambda _of, number, _bank, typed: number == typed),
    ),
    CataloguedFault(
        "bank.password_unchecked",
        "A bank takes every password of a known number",
        "A customer number is enough",
        "bank.people",
        "behaviour: Banks",
        RuleReplaced("banks.credentials_match", lambda _: lambda customer, _password: customer is not None),
    ),
    CataloguedFault(
        "bank.cancel_looks_like_a_failure",
        "“Anuluj” at the bank is told as a failure",
        "The person thinks the bank does not know them",
        "bank.notice",
        "behaviour: Banks",
        RuleReplaced("banks.outcome_of_cancel", lambda _: lambda: Outcome.FAILED),
    ),
    CataloguedFault(
        "bank.cancelled_mojeid_looks_like_a_failure",
        "“Anuluj” at mojeID is told as a failure",
        "The person thinks something broke",
        "bank.notice",
        "behaviour: Banks",
        RuleReplaced("mojeid.outcome_of_cancel", lambda _: lambda: Outcome.FAILED),
    ),
    CataloguedFault(
        "bank.cancel_ends_the_login",
        "After a cancelled bank the trusted profile goes on no more",
        "The other ways are gone",
        "bank.notice",
        "behaviour: Banks",
        RuleFault("trusted_profile.goes_on_after_bank", "always", False),
    ),
    CataloguedFault(
        "bank.cancel_ends_mojeid",
        "After a cancelled bank mojeID goes on no more",
        "The other banks are gone",
        "bank.notice",
        "behaviour: Banks",
        RuleFault("mojeid.goes_on_after_bank", "always", False),
    ),
    CataloguedFault(
        "bank.dead_end",
        "The browser is sent to a bank that is out",
        "The person ends on an error page of the bank",
        "bank.notice",
        "behaviour: Banks",
        RuleFault("web.readiness_is_asked", "always", False),
    ),
    CataloguedFault(
        "bank.no_notice",
        "The page after a cancelled bank says nothing",
        "The person does not know what happened",
        "bank.notice",
        "behaviour: Banks",
        TemplateFault("web/layout.html", '<p class="notice" role="status">{{ notice }}</p>', ""),
    ),
    CataloguedFault(
        "bank.list_gone_after_a_notice",
        "After a cancelled bank the list of banks is gone",
        "The other ways are gone",
        "bank.notice",
        "behaviour: Banks",
        TemplateFault(
            "trusted_profile/hub_login.html",
            '<section aria-labelledby="banks">',
            '<section aria-labelledby="banks"{{ " hidden" if notice is defined and notice }}>',
        ),
    ),
    CataloguedFault(
        "bank.nothing_to_confirm",
        "The bank hands data over without asking",
        "A login at the bank is taken for a consent",
        "session.half_done",
        "behaviour: Session and cookies",
        RuleFault("banks.wants_confirmation", "always", False),
    ),
    CataloguedFault(
        "bank.voivodeship_lost",
        "One voivodeship is missing from the list of cooperative banks",
        "Customers of its banks cannot log in",
        "bank.lists",
        "facts: cooperative banks by voivodeship",
        TemplateFault(
            "mojeid/cooperatives.html", "name in voivodeships %}", "name in voivodeships if name != 'łódzkie' %}"
        ),
    ),
    CataloguedFault(
        "bank.any_cooperative_bank",
        "A name that nobody knows leads to the first bank of the list",
        "People type their password at another bank",
        "bank.own",
        "facts: cooperative banks by name",
        RuleReplaced(
            "mojeid.cooperative_named", lambda true: lambda typed, known: true(typed, known) or next(iter(known), None)
        ),
    ),
    CataloguedFault(
        "bank.group_has_another_name",
        "The cooperative banks' site calls itself by another bank's name",
        "People believe that they were led astray",
        "bank.own",
        "article: Grupa BPS",
        ResponseChanged("bps", "/.*", rewritten("Grupa BPS", "Bank Spółdzielczy w Brodnicy")),
    ),
    CataloguedFault(
        "bank.failure_says_nothing",
        "The page of a bank that fails has no heading of its own",
        "People do not learn that the bank is out",
        "bank.notice",
        "WCAG 2.4.6",
        TemplateFault("web/error.html", "{{ title }}", "Witamy"),
    ),
)
