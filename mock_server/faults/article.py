"""Faults of the announcement, and of what it promises of the new login page."""

from ..kernel.faults import ResponseChanged, TemplateFault
from .entry import CataloguedFault, Row, breaking
from .page import restyled

_SOURCE = "article"
_TEXT = "pacjent/articles/mobywatel-dla-pacjentow.html"
_METHODS = "login/methods.html"
_CODE = "login_mobywatel/code.html"


def _step(words: str) -> str:
    """A step as the page with the code has it."""
    return f"<li>{{% trans %}}{words}{{% endtrans %}}</li>"


_CHOOSE_THE_ICON = _step("Na dole ekranu wybierz ikonę z kodem QR.")
_SCAN_THE_PAGE = _step("Zeskanuj telefonem kod z tej strony.")
_PASTE = _step("Wklej kod.")


def _fault(name: str, title: str, suffers: str, behaviour: str, template: str, old: str, new: str) -> CataloguedFault:
    fault = TemplateFault(template, old, new)
    return CataloguedFault(f"article.{name}", title, suffers, f"article.{behaviour}", _SOURCE, fault)


_ENTRIES = (
    _fault(
        "menu_leads_to_mojeikp",
        "“Zaloguj się na IKP” leads to mojeIKP",
        "Whoever uses the menu never reaches the login to IKP",
        "entries",
        "pacjent/portal.html",
        "way_to('ikp', '/zaloguj')",
        "way_to('mojeikp')",
    ),
    _fault(
        "banner_leads_to_the_start_page",
        "The banner leads to IKP's start page instead of the login",
        "One more page lies between the banner and the login",
        "entries",
        "pacjent/front.html",
        "way_to('ikp', '/zaloguj')",
        "way_to('ikp')",
    ),
    _fault(
        "menu_only_on_the_front_page",
        "The menu is missing everywhere but on the front page",
        "A reader of the news finds no way to log in",
        "entries",
        "pacjent/news.html",
        '{% extends "portal.html" %}',
        '{% extends "portal.html" %}{% block header_right %}{% endblock %}',
    ),
    _fault(
        "another_service_asks",
        "The login page names the same service whoever asks",
        "People agree to log in to something else than they think",
        "entries",
        _METHODS,
        "service=transaction.request.provider.name",
        "service='Internetowe Konto Pacjenta (IKP)'",
    ),
    *breaking(
        "article.entries",
        _SOURCE,
        Row(
            "article.menu_is_on_the_left",
            "The menu stands at the top left, before the portal's name",
            "The article sends people to the other corner",
            ResponseChanged(
                "pacjent", "/.*", restyled(".top .wide { flex-direction: row-reverse } .ways { margin: 0 auto 0 0 }")
            ),
        ),
    ),
    _fault(
        "menu_forgets_mojeikp",
        "The menu does not offer mojeIKP",
        "Who wants the app finds only the account",
        "entries",
        "pacjent/portal.html",
        "<li><a href=\"{{ way_to('mojeikp') }}\">{% trans %}Zaloguj się do mojeIKP{% endtrans %}</a></li>\n",
        "",
    ),
    _fault(
        "menu_stays_open",
        "The menu does not close on Escape",
        "The open menu lies over what people want to read",
        "entries",
        "pacjent/portal.html",
        '<script src="/own/menu.js"></script>',
        "",
    ),
)

_METHODS_FAULTS = (
    _fault(
        "method_is_missing",
        "The login page has three tiles: mObywatel is missing",
        "The new method cannot be chosen",
        "methods",
        _METHODS,
        "{% for item in methods %}",
        "{% for item in methods[:3] %}",
    ),
    _fault(
        "methods_are_reversed",
        "The tiles stand in reverse order",
        "People press the tile where they expect another",
        "methods",
        _METHODS,
        "{% for item in methods %}",
        "{% for item in methods | reverse %}",
    ),
    _fault(
        "tile_leads_to_another_method",
        "The tile of the e-dowód leads to mojeID",
        "Whoever has an e-dowód meets a list of banks",
        "methods",
        _METHODS,
        'value="{{ item.id }}"',
        "value=\"{{ 'mojeid' if item.id == 'id_card' else item.id }}\"",
    ),
    _fault(
        "method_does_not_name_who_asks",
        "The trusted profile names itself instead of the service that asked",
        "People cannot see what they log in to",
        "methods",
        "pz/hub_login.html",
        "{{ service }}",
        "Profil zaufany",
    ),
    _fault(
        "last_method_is_always_the_first",
        "“Ostatnio wybrany” shows the first method, whatever was chosen",
        "The shortcut leads to a method that the person does not have",
        "methods",
        _METHODS,
        "{{ tile(last) }}",
        "{{ tile(methods[0]) }}",
    ),
    *breaking(
        "article.methods",
        _SOURCE,
        Row(
            "article.method_is_missing_on_phones",
            "On narrow screens the tile of mObywatel is hidden",
            "On a phone the new method cannot be chosen",
            ResponseChanged(
                "login", "/.*", restyled("@media (max-width: 48rem) { .tiles li:last-child { display: none } }")
            ),
        ),
    ),
)

_INSTRUCTIONS = (
    _fault(
        "steps_on_computer_are_swapped",
        "On a computer the page says to scan before opening the app's QR icon",
        "People scan with the camera of their phone, and nothing happens",
        "instructions",
        _CODE,
        f"{_CHOOSE_THE_ICON}\n{_SCAN_THE_PAGE}",
        f"{_SCAN_THE_PAGE}\n{_CHOOSE_THE_ICON}",
    ),
    _fault(
        "step_on_phone_is_missing",
        "On a phone the page does not say to paste the code",
        "People with the code in their clipboard do not know what to do with it",
        "instructions",
        _CODE,
        f"{_PASTE}\n",
        "",
    ),
    _fault(
        "phone_is_told_to_scan",
        "On a phone the page gives the steps for a computer",
        "Nobody can scan the screen of the phone that scans",
        "instructions",
        _CODE,
        _PASTE,
        _SCAN_THE_PAGE,
    ),
    _fault(
        "consent_is_not_mentioned",
        "On a computer the page does not say that a consent follows",
        "People look at the screen and wait, while the app waits for them",
        "instructions",
        _CODE,
        _step("Potwierdź zgodę na przekazanie Twoich danych."),
        "",
    ),
)

_LINKS = (
    _fault(
        "profile_link_leads_nowhere",
        "“Dowiedz się, jak założyć profil zaufany” leads to the top of the page",
        "Whoever has no profile does not learn how to get one",
        "links",
        _TEXT,
        "{{ articles.TRUSTED_PROFILE.path }}",
        "#",
    ),
    _fault(
        "mobywatel_link_leads_to_another_article",
        "“Dowiedz się więcej o zmianach w aplikacji mObywatel” leads to the article on the trusted profile",
        "Nobody reads what is new in the app",
        "links",
        _TEXT,
        "{{ articles.MOBYWATEL.path }}",
        "{{ articles.TRUSTED_PROFILE.path }}",
    ),
    _fault(
        "read_also_repeats_itself",
        "“Przeczytaj też” offers the same article three times",
        "Two of three articles cannot be found",
        "links",
        _TEXT,
        "cards(articles.READ_ALSO, 3)",
        "cards((articles.ACCOUNT, articles.ACCOUNT, articles.ACCOUNT), 3)",
    ),
    _fault(
        "read_also_is_dead",
        "The links of “Przeczytaj też” have lost a letter",
        "Each of the three articles answers “Nie ma takiej strony”",
        "links",
        "pacjent/cards.html",
        'href="{{ one.path }}"',
        "href=\"{{ one.path }}{{ '' if 'mobywatel' in one.path else 'a' }}\"",
    ),
    _fault(
        "vaccination_is_another_article",
        "The article on the vaccination tells of check-ups",
        "Parents learn nothing of the vaccination of their children",
        "links",
        "pacjent/articles/szczepienie-ktore-chroni-przed-rakiem.html",
        "przeciw wirusowi brodawczaka ludzkiego (HPV)",
        "przeciw grypie",
    ),
    _fault(
        "profile_itself_leads_to_the_portal",
        "“pz.gov.pl” in the announcement leads back to the portal",
        "Who wants to change the confirmation must find the page alone",
        "links",
        _TEXT,
        "<a href=\"{{ way_to('pz') }}\">pz.gov.pl</a>",
        '<a href="/">pz.gov.pl</a>',
    ),
)

FAULTS = (*_ENTRIES, *_METHODS_FAULTS, *_INSTRUCTIONS, *_LINKS)
