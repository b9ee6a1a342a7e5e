"""What records are drawn from. Medicines are named by substance; people and places are invented."""

Pair = tuple[str, str]

DRUGS: tuple[Pair, ...] = (
    ("Metformina 500 mg, tabletki powlekane", "2 razy dziennie po 1 tabletce, w trakcie posiłku"),
    ("Ramipryl 5 mg, tabletki", "1 raz dziennie po 1 tabletce, rano"),
    ("Lewotyroksyna 50 µg, tabletki", "1 raz dziennie po 1 tabletce, na czczo"),
    ("Amoksycylina 1000 mg, tabletki", "co 12 godzin po 1 tabletce przez 7 dni"),
    ("Atorwastatyna 20 mg, tabletki powlekane", "1 raz dziennie po 1 tabletce, wieczorem"),
    ("Pantoprazol 40 mg, tabletki dojelitowe", "1 raz dziennie po 1 tabletce, przed śniadaniem"),
)
CHILD_DRUGS: tuple[Pair, ...] = (
    ("Amoksycylina 250 mg/5 ml, zawiesina", "co 8 godzin po 5 ml przez 7 dni"),
    ("Cetyryzyna 1 mg/ml, roztwór doustny", "1 raz dziennie 5 ml, wieczorem"),
    ("Ibuprofen 100 mg/5 ml, zawiesina", "w razie gorączki 5 ml, najwyżej 3 razy dziennie"),
)
REFERRALS: tuple[Pair, ...] = (
    ("Poradnia kardiologiczna", "konsultacja specjalistyczna"),
    ("Poradnia okulistyczna", "badanie dna oka"),
    ("Pracownia USG", "USG jamy brzusznej"),
    ("Poradnia ortopedyczna", "ból stawu kolanowego"),
    ("Zakład rehabilitacji", "cykl zabiegów fizjoterapeutycznych"),
)
CHILD_REFERRALS: tuple[Pair, ...] = (
    ("Poradnia alergologiczna dla dzieci", "testy skórne"),
    ("Poradnia okulistyczna dla dzieci", "kontrola wzroku"),
    ("Poradnia logopedyczna", "ocena rozwoju mowy"),
)
APPOINTMENTS: tuple[Pair, ...] = (
    ("Porada lekarza rodzinnego", "Przychodnia „Zdrowie”"),
    ("Porada specjalistyczna", "Centrum Medyczne „Pod Lipą”"),
    ("Badania laboratoryjne", "Laboratorium „Kropla”"),
    ("Teleporada", "Przychodnia „Zdrowie”"),
)
VACCINES: tuple[Pair, ...] = (
    ("grypa", "szczepionka czterowalentna"),
    ("COVID-19", "szczepionka mRNA"),
    ("tężec i błonica", "szczepionka skojarzona Td"),
    ("kleszczowe zapalenie mózgu", "szczepionka inaktywowana"),
)
CHILD_VACCINES: tuple[Pair, ...] = (
    ("odra, świnka, różyczka", "szczepionka MMR"),
    ("błonica, tężec, krztusiec", "szczepionka DTP"),
    ("pneumokoki", "szczepionka skoniugowana"),
)
DOCTORS = (
    "lek. Barbara Kalinowska",
    "lek. Zbigniew Ćwikła",
    "dr n. med. Łucja Żurawska",
    "lek. Michał Gąsior",
    "dr n. med. Paweł Źrebiec",
)
TOWNS = ("Łódź", "Świdnica", "Kraków", "Żory", "Gdańsk", "Białystok")
