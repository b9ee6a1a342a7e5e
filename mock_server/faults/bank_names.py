"""Faults of names: a page that calls a bank or a method otherwise than the article does."""

from ..kernel.faults import TemplateFault
from .entry import Row, breaking

_NAMED = "article: the lists of banks"
_TAKEN = "People believe that somebody else confirmed who they are"

FAULTS = breaking(
    "bank.names",
    _NAMED,
    Row(
        "bank.profile_without_the_bank",
        "“Moje konto” leaves out the bank that confirmed the identity",
        "A person does not see that a stranger came in through a bank",
        TemplateFault(
            "ikp/profile.html", "{{ patient.identified_by }}", '{{ patient.identified_by.partition(" – ")[0] }}'
        ),
    ),
    Row(
        "bank.app_says_pz",
        "mojeIKP names the trusted profile whoever confirmed the identity",
        _TAKEN,
        TemplateFault("mojeikp/home.html", "{{ patient.identified_by }}", "Profil zaufany"),
    ),
    Row(
        "bank.id_of_the_bank",
        "pz.gov.pl shows the id of the linked bank",
        "A person does not know which bank is meant",
        TemplateFault("pz/details.html", "{{ bank.name if bank", "{{ bank.id if bank"),
    ),
    Row(
        "bank.tile_for_name",
        "A bank's confirmation names the bank as the tile does",
        "ING and Millennium speak of themselves as of others",
        TemplateFault(
            "banks/confirmation.html", "<p>{{ bank.name }} przekaże", "<p>{{ bank.trusted_profile }} przekaże"
        ),
    ),
    Row(
        "bank.parties_swapped",
        "The consent of mojeID swaps the bank and the service",
        "A person does not know who sends what to whom",
        TemplateFault("mojeid/consent.html", "bank=offer.bank", "bank=flow.ask.service"),
    ),
    Row(
        "bank.accent_lost",
        "The login of “Crédit Agricole” loses its accent",
        "The name is misspelt",
        TemplateFault(
            "banks/login.html",
            "Zaloguj się – {{ bank.name }}",
            'Zaloguj się – {{ bank.name | replace("é", "e") }}',
        ),
    ),
    Row(
        "bank.every_service_is_ikp",
        "The choice of a cooperative bank names IKP whichever service asked",
        "A person who logs in to mojeIKP believes that somebody else asks",
        TemplateFault(
            "mojeid/cooperatives.html", "service=flow.ask.service", 'service="Internetowe Konto Pacjenta (IKP)"'
        ),
        source="article: IKP and mojeIKP",
    ),
    Row(
        "bank.article_offers_other_institutions",
        "The article on the trusted profile lists the institutions of mojeID",
        "Customers of three institutions believe that they cannot confirm a profile",
        TemplateFault("pacjent/articles/jak-zalozyc-profil-zaufany.html", "in profile_ways", "in mojeid_ways"),
    ),
)
