"""The cooperative banks of Grupa BPS, by voivodeship: a short list of our own, some in every one."""

VOIVODESHIPS: dict[str, tuple[str, ...]] = {
    "dolnośląskie": ("Bank Spółdzielczy w Kłodzku", "Bank Spółdzielczy w Oławie"),
    "kujawsko-pomorskie": ("Bank Spółdzielczy w Grudziądzu", "Bank Spółdzielczy w Inowrocławiu"),
    "lubelskie": ("Bank Spółdzielczy w Białej Podlaskiej", "Bank Spółdzielczy w Łęcznej"),
    "lubuskie": ("Bank Spółdzielczy w Gubinie", "Bank Spółdzielczy w Żarach"),
    "łódzkie": ("Bank Spółdzielczy w Skierniewicach", "Bank Spółdzielczy w Zgierzu"),
    "małopolskie": ("Bank Spółdzielczy w Limanowej", "Bank Spółdzielczy w Skawinie"),
    "mazowieckie": ("Bank Spółdzielczy w Ostrowi Mazowieckiej", "Bank Spółdzielczy w Płońsku"),
    "opolskie": ("Bank Spółdzielczy w Namysłowie", "Bank Spółdzielczy w Zawadzkiem"),
    "podkarpackie": ("Bank Spółdzielczy w Jarosławiu", "Bank Spółdzielczy w Tarnobrzegu"),
    "podlaskie": ("Bank Spółdzielczy w Suwałkach", "Bank Spółdzielczy w Łomży"),
    "pomorskie": ("Bank Spółdzielczy w Kartuzach", "Bank Spółdzielczy w Kościerzynie"),
    "śląskie": ("Bank Spółdzielczy w Gliwicach", "Bank Spółdzielczy w Żywcu"),
    "świętokrzyskie": ("Bank Spółdzielczy w Kielcach", "Bank Spółdzielczy w Pińczowie"),
    "warmińsko-mazurskie": ("Bank Spółdzielczy w Olsztynku", "Bank Spółdzielczy w Szczytnie"),
    "wielkopolskie": ("Bank Spółdzielczy w Gnieźnie", "Bank Spółdzielczy w Słupcy"),
    "zachodniopomorskie": ("Bank Spółdzielczy w Białogardzie", "Bank Spółdzielczy w Goleniowie"),
}
"""The sixteen voivodeships in alphabetical order, each with its banks."""
