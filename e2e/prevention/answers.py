"""The oracle: the survey's questions, and the examinations that follow from sex and answers."""

HEALTHY = {
    "wzrost": "170",
    "waga": "60",
    "palenie": "nie",
    "cisnienie": "nie",
    "cukier": "nie",
    "cukrzyca_w_rodzinie": "nie",
    "serce_w_rodzinie": "nie",
    "jelito_w_rodzinie": "nie",
    "ruch": "tak",
    "cholesterol": "rok",
    "krew_utajona": "rok",
}
"""Answers that give reason for nothing, by the names of their fields."""

FOR_ALL = [
    "Morfologia krwi",
    "Kreatynina",
    "Próby wątrobowe: ALT, AST, GGTP",
    "Kwas moczowy",
    "Badanie ogólne moczu",
    "Pomiar ciśnienia tętniczego",
    "Pomiar masy ciała i obwodu w pasie",
]
WOMEN, MEN = ["Hormon tarczycy: TSH"], ["Antygen gruczołu krokowego: PSA"]
LIPIDS, GLUCOSE, OCCULT_BLOOD = "Profil lipidowy", "Glukoza", "Krew utajona w kale"

RISKS: tuple[tuple[dict[str, str], list[str]], ...] = (
    ({}, []),
    ({"wzrost": "200", "waga": "99"}, []),
    ({"wzrost": "200", "waga": "100"}, [LIPIDS, GLUCOSE]),
    ({"palenie": "tak"}, [LIPIDS]),
    ({"palenie": "dawniej"}, []),
    ({"cisnienie": "nie_wiem"}, [LIPIDS, GLUCOSE]),
    ({"cukier": "tak"}, [GLUCOSE]),
    ({"cukrzyca_w_rodzinie": "nie_wiem"}, [GLUCOSE]),
    ({"serce_w_rodzinie": "tak"}, [LIPIDS]),
    ({"jelito_w_rodzinie": "nie_wiem"}, [OCCULT_BLOOD]),
    ({"ruch": "nie"}, [GLUCOSE]),
    ({"cholesterol": "nigdy"}, [LIPIDS]),
    ({"krew_utajona": "dawniej"}, [OCCULT_BLOOD]),
)
"""What differs from the healthy answers, and what follows from it."""

BOUNDS = (
    ("wzrost", "99", False),
    ("wzrost", "100", True),
    ("wzrost", "250", True),
    ("wzrost", "251", False),
    ("waga", "29", False),
    ("waga", "30", True),
    ("waga", "300", True),
    ("waga", "301", False),
)
"""What may be typed for a measure, at both sides of each bound."""
