"""Faults of languages: who is spoken to in the wrong one, on pages, by SMS and on paper."""

from collections.abc import Callable, Sequence
from datetime import date

from starlette.responses import Response

from ..kernel.faults import Replaced, ResponseChanged, TemplateFault
from ..kernel.language import Language, spoken
from ..kernel.polish_time import words_of_day
from ..kernel.rules import true
from ..shared.federation import ACS_PATH
from ..shared.patient.patient import Patient
from ..shared.patient.pdf import lines_of
from ..shared.patient.record import Prescription
from ..sites.pz import rules as pz
from ..web import rules as web
from ..web.languages import COOKIE
from .entry import Row, breaking
from .page import Change
from .replacing import replaced

_LAYOUT = "web/layout.html"
_ASKED = "/delegated"
"""Where a site is asked by another."""
_SSO = "/login/SingleSignOnService"
_SWITCH = "/jezyk/.*"
_FORGETS = "The person reads on in a language that they do not know"


def _forgetting(response: Response) -> None:
    """The choice is not kept."""
    begins = f"{COOKIE}=".encode()
    kept = [(name, value) for name, value in response.raw_headers if not value.startswith(begins)]
    response.raw_headers = kept


def _lasting(response: Response) -> None:
    """The choice is kept for a year."""
    begins = f"{COOKIE}=".encode()
    response.raw_headers = [
        (name, value + b"; Max-Age=31536000" if value.startswith(begins) else value)
        for name, value in response.raw_headers
    ]


def _keeping(language: str) -> Change:
    """This language is kept, whatever was chosen."""

    def change(response: Response) -> None:
        response.headers.append("set-cookie", f"{COOKIE}={language}; Path=/; Secure; HttpOnly; SameSite=lax")

    return change


def _instead(old: str, new: str) -> Change:
    """Where one language was to be kept, another is."""

    def change(response: Response) -> None:
        begins, other = f"{COOKIE}={old}".encode(), f"{COOKIE}={new}".encode()
        response.raw_headers = [(name, value.replace(begins, other)) for name, value in response.raw_headers]

    return change


def _to_a_foreign_site(response: Response) -> None:
    response.headers["location"] = "//evil.example/"


def _speaking(decide: Callable[[tuple[str, ...], Sequence[Language]], Language]) -> Replaced:
    """A site settles on a language otherwise, given what is wanted and what it speaks."""
    return replaced(web.language_spoken, lambda wanted, spoken: decide(tuple(wanted), spoken))


_settled = true(web.language_spoken)


def _in_polish(patient: Patient, prescription: Prescription) -> dict[str, str]:
    """The printout's lines, under labels that nobody translates."""
    return {"".join(label): value for label, value in true(lines_of)(patient, prescription).items()}


def _american(day: date) -> str:
    return f"{day:%m/%d/%Y}" if spoken() is Language.ENGLISH else true(words_of_day)(day)


def _led_away(response: Response) -> None:
    response.headers["location"] = "//evil.example/"


FAULTS = (
    *breaking(
        "language.asked",
        "RFC 9110, 12.5.4; issue: choice by Accept-Language the first time",
        Row(
            "language.only_the_first_wish_counts",
            "Of the languages that a browser asks for only the first counts",
            "Who speaks a language that no site has, and English, is met in Polish",
            _speaking(lambda wanted, spoken: _settled(wanted[:1], spoken)),
        ),
        Row(
            "language.least_wanted_wins",
            "The weights of Accept-Language are read the wrong way round",
            "People are met in the language that they know least",
            _speaking(lambda wanted, spoken: _settled(wanted[::-1], spoken)),
        ),
        Row(
            "language.english_for_everybody_else",
            "Who asks for none of the languages is met in English",
            "What is Polish by default is so for nobody whose browser has an odd setting",
            _speaking(lambda wanted, spoken: _settled((*wanted, Language.ENGLISH), spoken)),
            source="our choice: Polish where no wish can be met",
        ),
    ),
    *breaking(
        "language.switched",
        "issue: a switch of languages",
        Row(
            "language.switch_leads_to_the_start",
            "The switch leads to the first page of the site",
            "Who changes the language in the middle of a login has lost it",
            TemplateFault(_LAYOUT, "?dalej={{ here | urlencode }}", ""),
        ),
        Row(
            "language.switch_changes_nothing",
            "The switch of pz.gov.pl is not remembered even for the next page",
            _FORGETS,
            ResponseChanged("pz", _SWITCH, _forgetting),
        ),
        Row(
            "language.switch_leads_anywhere",
            "The switch leads wherever its link says",
            "A link to login.gov.pl that looks right ends on a page that steals passwords",
            ResponseChanged("login", _SWITCH, _led_away),
            source="ASVS 3.7.2",
        ),
    ),
    *breaking(
        "language.survives",
        "issue: a switch that survives the whole login",
        Row(
            "language.menu_tells_nothing",
            "The portal's menu does not tell IKP what was chosen",
            _FORGETS,
            TemplateFault("pacjent/portal.html", "way_to('ikp', '/zaloguj')", "url('ikp', '/zaloguj')"),
        ),
        Row(
            "language.forgotten_at_ikp",
            "IKP does not take the language over from the portal",
            _FORGETS,
            ResponseChanged("ikp", _SWITCH, _forgetting),
        ),
        Row(
            "language.forgotten_at_the_portal",
            "The portal does not take the language over from who cancels a login",
            _FORGETS,
            ResponseChanged("pacjent", _SWITCH, _forgetting),
        ),
        Row(
            "language.forgotten_at_pz",
            "The trusted profile does not take the language over from the hub",
            _FORGETS,
            ResponseChanged("pz", _ASKED, _forgetting),
        ),
        Row(
            "language.forgotten_at_mojeid",
            "mojeID does not take the language over from the hub",
            _FORGETS,
            ResponseChanged("mojeid", _ASKED, _forgetting),
        ),
        Row(
            "language.forgotten_at_e_dowod",
            "e-dowód does not take the language over from the hub",
            _FORGETS,
            ResponseChanged("e-dowod", _ASKED, _forgetting),
        ),
        Row(
            "language.forgotten_at_mobywatel",
            "The page with the code does not take the language over from the hub",
            _FORGETS,
            ResponseChanged("login-mobywatel", _ASKED, _forgetting),
        ),
        Row(
            "language.forgotten_at_the_end",
            "IKP does not take the language over from the hub",
            "After a login in English the account is Polish",
            ResponseChanged("ikp", ACS_PATH, _forgetting),
        ),
        Row(
            "language.forgotten_on_the_way_back",
            "The hub does not take the language over that was chosen at a method",
            _FORGETS,
            ResponseChanged("login", "/answered", _forgetting),
        ),
    ),
    *breaking(
        "language.remembered",
        "issue: remembered while the browser is open",
        Row(
            "language.new_login_forgets",
            "With each login the hub is Polish again",
            "The language has to be chosen every time",
            ResponseChanged("login", _SSO, _keeping(Language.POLISH)),
        ),
        Row(
            "language.holds_for_one_page",
            "The choice is gone with the page for which it was made",
            "After the first step the login is Polish again",
            ResponseChanged("login", "/login/[^/]+", _keeping(Language.POLISH)),
        ),
        Row(
            "language.logout_forgets",
            "A logout forgets the language",
            "Who comes back does not find the way in any more",
            ResponseChanged("ikp", "/wyloguj", _keeping(Language.POLISH)),
        ),
    ),
    *breaking(
        "language.forgotten",
        "issue: remembered while the browser is open",
        Row(
            "language.outlives_the_browser",
            "The hub keeps the choice for a year",
            "On a shared computer the next person does not understand the page",
            ResponseChanged("login", _SWITCH, _lasting),
        ),
        Row(
            "language.method_keeps_it",
            "The trusted profile keeps for a year what was chosen at the hub",
            "On a shared computer the next person does not understand the page",
            ResponseChanged("pz", _ASKED, _lasting),
        ),
    ),
    *breaking(
        "language.nearest",
        "issue: who comes in Ukrainian meets IKP in English",
        Row(
            "language.ukrainian_meets_polish",
            "Where a site has no Ukrainian it is Polish",
            "Who came in Ukrainian cannot read the account",
            _speaking(lambda wanted, spoken: next((Language(tag) for tag in wanted if tag in spoken), Language.POLISH)),
        ),
        Row(
            "language.english_for_good",
            "IKP keeps English for who comes in Ukrainian, and tells it the hub at the next login",
            "Who chose Ukrainian has to choose it again",
            ResponseChanged("ikp", ACS_PATH, _instead(Language.UKRAINIAN, Language.ENGLISH)),
        ),
    ),
    *breaking(
        "language.messages",
        "our choice: SMS, push and PDF in the language of the login",
        Row(
            "language.sms_is_polish",
            "Every SMS is Polish",
            "Who does not read Polish does not know what the code is for",
            replaced(
                pz.sms_text,
                lambda when, operation, number, code: f"{when} {operation}, operacja nr {number}. Kod: {code}",
            ),
        ),
        Row(
            "language.printout_is_polish",
            "The printout is labelled in Polish",
            "The patient does not know which of the numbers to tell the pharmacy",
            replaced(lines_of, _in_polish),
        ),
    ),
    *breaking(
        "language.marked",
        "WCAG 3.1.1, 3.1.2",
        Row(
            "language.every_page_claims_polish",
            "Every page says that it is Polish",
            "A screen reader reads Ukrainian with a Polish voice",
            TemplateFault(_LAYOUT, '<html lang="{{ language }}">', '<html lang="pl">'),
        ),
        Row(
            "language.health_data_claims_the_page",
            "Health data does not say that it is Polish",
            "A screen reader reads the names of drugs with an English voice",
            TemplateFault("web/languages.html", ' lang="pl"', ""),
        ),
        Row(
            "language.switch_is_not_marked",
            "The languages of the switch do not say which they are",
            "A screen reader does not say “Українська” so that one understands it",
            TemplateFault(_LAYOUT, ' lang="{{ one }}" hreflang', " hreflang"),
        ),
        Row(
            "language.phone_does_not_mark",
            "The phone does not say in which language an operation is told",
            "A screen reader reads Ukrainian with a Polish voice, just where one must know what one approves",
            TemplateFault("web/languages.html", '<span lang="{{ own }}">', "<span>"),
        ),
    ),
    *breaking(
        "language.days",
        "issue: dates right",
        Row(
            "language.figures_in_english",
            "English tells days in Polish figures",
            "3 February is read as 2 March",
            replaced(words_of_day, lambda day: f"{day:%d.%m.%Y}"),
        ),
        Row(
            "language.american_order",
            "English tells the month first, in figures",
            "3 February is read as 2 March",
            replaced(words_of_day, _american),
        ),
    ),
    *breaking(
        "language.whole",
        "issue: no Polish remnant anywhere",
        Row(
            "language.footer_is_not_translated",
            "The footer of every page is always Polish",
            "Half of a page is in a language that its reader does not know",
            TemplateFault(
                _LAYOUT,
                "{% trans %}To jest środowisko testowe Przepustki. Nie podawaj tu prawdziwych danych.{% endtrans %}",
                "To jest środowisko testowe Przepustki. Nie podawaj tu prawdziwych danych.",
            ),
        ),
        Row(
            "language.name_of_the_switch_is_not_translated",
            "The switch of languages is named in Polish alone",
            "A screen reader does not tell who most needs it what it is",
            TemplateFault(_LAYOUT, "{% trans %}Język strony{% endtrans %}", "Język strony"),
        ),
    ),
)
