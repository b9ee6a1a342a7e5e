"""The portal's articles. The text of each is a template of its name."""

from dataclasses import dataclass

from ...kernel.institutions import INSTITUTIONS
from ...kernel.translation import Text


@dataclass(frozen=True)
class Article:
    """One page to read.

    Attributes:
        slug: the end of its address and the name of its template.
        title: its heading.
        lead: what a list tells of it; empty where none has it.
    """

    slug: str
    title: str
    lead: str = ""

    @property
    def path(self) -> str:
        """Its address."""
        return f"/aktualnosci/{self.slug}"


ANNOUNCEMENT = Article(
    "mobywatel-dla-pacjentow",
    Text("mObywatel dla pacjentów"),
    Text("Aplikacja mObywatel to nowy sposób logowania na Internetowe Konto Pacjenta (IKP) i do aplikacji mojeIKP."),
)
TRUSTED_PROFILE = Article("jak-zalozyc-profil-zaufany", Text("Jak założyć profil zaufany"))
MOBYWATEL = Article("zmiany-w-aplikacji-mobywatel", Text("Zmiany w aplikacji mObywatel"))
ACCOUNT = Article(
    "internetowe-konto-pacjenta",
    Text("Internetowe Konto Pacjenta"),
    Text("Informacje o zdrowiu – Twoim, Twoich dzieci i osób, które Cię upoważniły – szybko i bezpiecznie."),
)
CHECK_UP = Article(
    "umow-sie-na-badania",
    Text("Umów się na badania"),
    Text(
        "Po czterdziestce wypełnij ankietę na IKP, odbierz e-skierowanie i od razu wybierz termin badań "
        "profilaktycznych."
    ),
)
VACCINATION = Article(
    "szczepienie-ktore-chroni-przed-rakiem",
    Text("Szczepienie, które chroni przed rakiem"),
    Text("Dziecko w wieku 12 lub 13 lat zapiszesz przez IKP na bezpłatne szczepienie przeciw wirusowi HPV."),
)

NEWS = (ANNOUNCEMENT, VACCINATION, CHECK_UP)
"""What the front page tells, newest first."""
READ_ALSO = (ACCOUNT, CHECK_UP, VACCINATION)
"""“Przeczytaj też” under the announcement."""
ARTICLES = {one.slug: one for one in (ANNOUNCEMENT, TRUSTED_PROFILE, MOBYWATEL, ACCOUNT, CHECK_UP, VACCINATION)}


_MOJEID_ORDER = (
    "pekao",
    "ipko",
    "inteligo",
    "bos",
    "bnpparibas",
    "velobank",
    "credit-agricole",
    "millennium",
    "mbank",
    "bs-brodnica",
    "ing",
    "kasa-stefczyka",
    "bps",
)
"""The banks of mojeID as the article lists them, which is not the order of the trusted profile."""


def mojeid_ways() -> list[str]:
    """The announcement's list of mojeID."""
    offering = [one for one in INSTITUTIONS if one.mojeid]
    offering.sort(key=lambda one: _MOJEID_ORDER.index(one.id))
    return [one.mojeid for one in offering if one.mojeid]
