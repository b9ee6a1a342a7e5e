"""Faults of the footer of a public site, and of the pages to which it leads."""

from starlette.responses import Response

from ..kernel.faults import ResponseChanged, TemplateFault
from ..web.session import SESSION_COOKIE
from ..web.visit import BROWSER_COOKIE
from .entry import Row, breaking
from .page import Change, rewritten

_LAYOUT = "web/layout.html"
_PAGE = "web/about/about.html"
_EVERY = "/.*"
_THERE = "/o-serwisie/.*"


def _forgetting(cookie: str) -> Change:
    """The browser is told to forget this cookie."""

    def change(response: Response) -> None:
        response.delete_cookie(cookie, path="/", secure=True, httponly=True)

    return change


FAULTS = (
    *breaking(
        "about.pages",
        "the Polish act on digital accessibility; RODO",
        Row(
            "about.links_lead_to_one_page",
            "Every link of the footer leads to the terms",
            "Who needs help reads what they may do",
            TemplateFault(_LAYOUT, 'href="/o-serwisie/{{ name }}?', 'href="/o-serwisie/regulamin?'),
        ),
        Row(
            "about.no_way_to_complain",
            "The accessibility declaration does not tell how to demand access or to complain",
            "Who cannot use the site does not know what to do",
            TemplateFault(
                "web/about/deklaracja-dostepnosci.html",
                "<h2>{% trans %}Obsługa wniosków i skarg{% endtrans %}</h2>",
                "",
            ),
        ),
        Row(
            "about.help_of_mojeid_is_missing",
            "mojeID's link to the help is dead",
            "Who does not know how to go on stands before an error page",
            ResponseChanged("mojeid", _EVERY, rewritten("/o-serwisie/pomoc", "/o-serwisie/wsparcie")),
        ),
        Row(
            "about.every_site_is_the_portal",
            "The terms call every site pacjent.gov.pl",
            "The person agrees to terms of another site",
            TemplateFault("web/about/regulamin.html", "title=site.title", "title='pacjent.gov.pl'"),
        ),
    ),
    *breaking(
        "about.back",
        "WCAG 3.2; behaviour: Redirects",
        Row(
            "about.way_back_leads_to_the_start",
            "A page of the footer leads back to the start of its site",
            "Who read the help amid a login begins again",
            TemplateFault(_PAGE, 'href="{{ came_from }}"', 'href="/"'),
        ),
        Row(
            "about.way_back_keeps_half_an_address",
            "A page of the footer leads back to an address with the first of its values alone",
            "Who read the help beside a filtered list comes back to another list",
            TemplateFault(_LAYOUT, "{{ (came_from or here) | urlencode }}", "{{ came_from or here }}"),
        ),
        Row(
            "about.second_page_loses_the_way",
            "From one page of the footer to the next the way back is lost",
            "Who read two of them cannot go on with the login",
            TemplateFault(_LAYOUT, "(came_from or here)", "here"),
        ),
        Row(
            "about.reading_ends_the_login",
            "A page of login.gov.pl's footer lets the browser forget that it is logging in",
            "Who looked up how to log in cannot any more",
            ResponseChanged("login", _THERE, _forgetting(BROWSER_COOKIE)),
        ),
        Row(
            "about.footer_lies_open_under_the_dialog",
            "Under the SMS dialog the footer can be reached",
            "Whoever uses the keyboard leaves the login without seeing how",
            TemplateFault(
                "pz/sms.html",
                '{% block footer %}<div inert aria-hidden="true">{{ super() }}</div>{% endblock %}',
                "{% block footer %}{{ super() }}{% endblock %}",
            ),
        ),
    ),
    *breaking(
        "about.signed_in",
        "behaviour: Account",
        Row(
            "about.patient_forgotten",
            "The pages of the footer know nobody",
            "The person believes that they were logged out, and leaves the account open",
            TemplateFault(_PAGE, "{% extends frame %}", '{% extends "layout.html" %}'),
        ),
        Row(
            "about.reading_signs_out",
            "A page of IKP's footer ends the session",
            "Who read the privacy policy logs in again",
            ResponseChanged("ikp", _THERE, _forgetting(SESSION_COOKIE)),
        ),
        Row(
            "about.patient_remembered",
            "The page of a stranger has mojeIKP's log-out",
            "Whoever comes next believes that somebody's account is open",
            ResponseChanged(
                "mojeikp",
                _THERE,
                rewritten("</div></header>", '<button class="button second">Wyloguj się</button></div></header>'),
            ),
        ),
    ),
)
"""The faults of this paragraph."""
