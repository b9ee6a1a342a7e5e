"""Faults of what the announcement says."""

from ..kernel.faults import TemplateFault
from .entry import CataloguedFault

_TEXT = "pacjent/articles/mobywatel-dla-pacjentow.html"
_COPY = "<li>{% trans %}stuknij kafelek – kod trafi do schowka,{% endtrans %}</li>"
_OPEN_APP = "<li>{% trans %}otwórz aplikację mObywatel i zaloguj się do niej,{% endtrans %}</li>"
_ICON = "<li>{% trans %}na dole ekranu stuknij ikonę z kodem QR,{% endtrans %}</li>"


def _told(name: str, title: str, suffers: str, old: str, new: str) -> CataloguedFault:
    return CataloguedFault(f"article.{name}", title, suffers, "article.text", "article", TemplateFault(_TEXT, old, new))


FAULTS = (
    _told(
        "bank_is_missing_from_the_text",
        "The announcement leaves out the last institution of the trusted profile",
        "Customers of Envelo believe that they cannot log in",
        "{% for way in profile_ways %}",
        "{% for way in profile_ways[:-1] %}",
    ),
    _told(
        "lists_are_swapped",
        "The announcement lists the banks of the trusted profile as those of mojeID",
        "Customers of Santander look for mojeID in vain",
        "{% for way in mojeid_ways %}",
        "{% for way in profile_ways %}",
    ),
    _told(
        "lead_forgets_mojeikp",
        "The announcement does not say that mObywatel opens mojeIKP too",
        "Users of the app do not learn what concerns them",
        " i do aplikacji mojeIKP dołącza",
        " dołącza",
    ),
    _told(
        "steps_to_push_are_six",
        "The announcement forgets to tell that the change must be approved",
        "People wait for pushes that never come",
        " potwierdzenie zmiany,{% endtrans %}</li>\n<li>{% trans %}zatwierdź ją.{% endtrans %}</li>",
        " potwierdzenie zmiany.{% endtrans %}</li>",
    ),
    _told(
        "no_way_back_to_sms",
        "The announcement does not tell that one may return to SMS",
        "People do not dare to try pushes",
        "<p>{% trans %}Do kodów z SMS-a możesz wrócić, kiedy tylko zechcesz.{% endtrans %}</p>",
        "",
    ),
    _told(
        "steps_on_phone_open_the_app_first",
        "On a phone the announcement opens the app before the code is copied",
        "People paste whatever was in their clipboard",
        f"{_COPY}\n{_OPEN_APP}",
        f"{_OPEN_APP}\n{_COPY}",
    ),
    _told(
        "e_dowod_is_no_method",
        "The announcement does not name the e-dowód as a method",
        "Holders of an e-dowód look for another way",
        "<h3>{% trans %}e-dowód{% endtrans %}</h3>\n"
        "<p>{% trans %}Dowód osobisty z warstwą elektroniczną.{% endtrans %}</p>",
        "",
    ),
    _told(
        "menu_is_told_at_the_left",
        "The announcement sends people to the top left",
        "Nobody finds the menu where it is said to be",
        "u góry po prawej, otwórz",
        "u góry po lewej, otwórz",
    ),
    _told(
        "steps_on_computer_forget_the_icon",
        "On a computer the announcement forgets the icon with the QR code",
        "People scan with the camera of their phone, and nothing happens",
        f"{_ICON}\n<li>{{% trans %}}skieruj",
        "<li>{% trans %}skieruj",
    ),
)
