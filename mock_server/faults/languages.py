"""Faults of the choice of a language: who asked for one, or chose it, and is spoken to in another."""

from collections.abc import Callable, Sequence

from starlette.responses import Response

from ..kernel.faults import Replaced, ResponseChanged, TemplateFault
from ..kernel.language import Language
from ..kernel.rules import true
from ..shared.federation import ACS_PATH
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


def _speaking(decide: Callable[[tuple[str, ...], Sequence[Language]], Language]) -> Replaced:
    """A site settles on a language otherwise, given what is wanted and what it speaks."""
    return replaced(web.language_spoken, lambda wanted, spoken: decide(tuple(wanted), spoken))


_settled = true(web.language_spoken)


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
            "language.switch_keeps_half_an_address",
            "The switch leads back to an address with the first of its values alone",
            "Who changes the language on a filtered list comes back to another list",
            TemplateFault(_LAYOUT, "{{ here | urlencode }}", "{{ here.partition('&')[0] | urlencode }}"),
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
            "language.menu_tells_the_app_nothing",
            "The portal's menu does not tell mojeIKP what was chosen",
            _FORGETS,
            TemplateFault("pacjent/portal.html", "way_to('mojeikp')", "url('mojeikp')"),
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
)
