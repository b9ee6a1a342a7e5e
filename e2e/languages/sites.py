"""The sites, by how many languages they speak; each has a front page that needs no login."""

from pages.languages import THREE, TWO

TRILINGUAL = ("login", "pz", "mojeid", "e-dowod", "login-mobywatel")
BILINGUAL = ("pacjent", "ikp", "mojeikp")
SPOKEN = dict.fromkeys(TRILINGUAL, THREE) | dict.fromkeys(BILINGUAL, TWO)
FOOTER = "To jest środowisko testowe Przepustki. Nie podawaj tu prawdziwych danych."
"""What every page says."""
SWITCH = "//nav[@class='languages']//a"
