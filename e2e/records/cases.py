"""Records to put. No two values in one are alike, so that each shows from which field it came; none is in order."""

from datetime import date, timedelta

from e2e.morning import MORNING
from fixtures.record import Appointment, Prescription, Record, Referral, SickLeave, Vaccination

TODAY = MORNING.date()
DAY = timedelta(days=1)

WHOLE = Record(
    prescriptions=(
        Prescription(
            "Ramipryl 5 mg, tabletki",
            "1 raz dziennie po 1 tabletce, rano",
            packages=2,
            issued_on=date(2026, 10, 28),
            valid_until=date(2026, 11, 27),
            access_code="0042",
            doctor="lek. Żaneta Źdźbło",
            redeemed=False,
        ),
        Prescription(
            "Lewotyroksyna 50 µg, tabletki",
            "1 raz dziennie po 1 tabletce, na czczo, pół godziny przed śniadaniem, popijając wyłącznie wodą",
            packages=3,
            issued_on=date(2026, 9, 1),
            valid_until=date(2026, 10, 1),
            access_code="7310",
            doctor="dr n. med. Łucja Gęślą-Jaźń",
            redeemed=True,
        ),
        Prescription(
            "Amoksycylina 1000 mg, tabletki",
            "co 12 godzin po 1 tabletce",
            packages=1,
            issued_on=date(2026, 11, 19),
            valid_until=date(2026, 12, 19),
            access_code="9005",
            doctor="lek. Ścibor Ćma",
            redeemed=False,
        ),
        Prescription(
            "Pantoprazol 40 mg",
            "wieczorem",
            packages=12,
            issued_on=date(2026, 8, 3),
            valid_until=date(2026, 9, 2),
            access_code="0600",
            doctor="lek. Ewa Ósma",
            redeemed=False,
        ),
    ),
    referrals=(
        Referral("Poradnia kardiologiczna", "echo serca", date(2025, 2, 9), "0108", "lek. Jan Pierwszy", used=True),
        Referral("Pracownia USG", "USG tarczycy", date(2026, 11, 5), "5521", "lek. Anna Druga", used=False),
    ),
    appointments=(
        Appointment(date(2024, 12, 31), "Przychodnia „Zdrowie”, Łódź", "lek. Adam Trzeci", "Teleporada"),
        Appointment(date(2026, 1, 1), "Laboratorium „Kropla”, Żory", "lek. Iza Czwarta", "Badania krwi"),
        Appointment(date(2025, 7, 4), "Centrum „Pod Lipą”, Gdańsk", "lek. Olga Piąta", "Porada"),
    ),
    sick_leaves=(
        SickLeave("ZZ0000017", date(2026, 3, 2), date(2026, 3, 2), "lek. Piotr Szósty"),
        SickLeave("AB7654321", date(2026, 5, 30), date(2026, 6, 12), "lek. Zofia Siódma"),
    ),
    vaccinations=(
        Vaccination("grypa", "szczepionka czterowalentna", date(2023, 10, 8), "Punkt szczepień, Świdnica"),
        Vaccination("tężec i błonica", "szczepionka Td", date(2026, 2, 28), "Punkt szczepień, Białystok"),
    ),
)
"""Every kind, every state, one-day sick leave and codes with leading zeros."""


def looks_like_html() -> Record:
    """Texts that a page must not take for its own."""
    drug, doctor = "<b>Lek</b> & <img src=x onerror=alert(1)>", "dr O'Neil <script>alert(2)</script> Łęcka"
    place = '"><i>Zażółć</i> & {nb} &copy 5'
    return Record(
        prescriptions=(Prescription(drug, place, 1, TODAY, TODAY, "0001", doctor, redeemed=False),),
        referrals=(Referral(drug, place, TODAY, "0002", doctor, used=False),),
        appointments=(Appointment(TODAY, place, doctor, drug),),
        sick_leaves=(SickLeave("ZZ0000002", TODAY, TODAY, doctor),),
        vaccinations=(Vaccination(drug, doctor, TODAY, place),),
    )


def many(number: int, on_each_day: int) -> Record:
    """So many entries of each kind, several on each day, the days out of order."""
    days = [TODAY - DAY * (nth // on_each_day * 7 % number) for nth in range(number)]
    return Record(
        prescriptions=tuple(
            Prescription(f"Lek {nth}", "rano", 1, day, day + 30 * DAY, f"{nth:04}", f"lek. {nth}", redeemed=False)
            for nth, day in enumerate(days)
        ),
        referrals=tuple(
            Referral(f"Poradnia {nth}", "kontrola", day, f"{nth:04}", f"lek. {nth}", used=nth % 2 == 0)
            for nth, day in enumerate(days)
        ),
        appointments=tuple(
            Appointment(day, f"Przychodnia {nth}", f"lek. {nth}", "Porada") for nth, day in enumerate(days)
        ),
        sick_leaves=tuple(
            SickLeave(f"ZZ{nth:07}", day, day + nth * DAY, f"lek. {nth}") for nth, day in enumerate(days)
        ),
        vaccinations=tuple(Vaccination("grypa", f"dawka {nth}", day, f"Punkt {nth}") for nth, day in enumerate(days)),
    )
