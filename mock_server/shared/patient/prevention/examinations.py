"""The examinations of the programme, and whose package holds which."""

from collections.abc import Collection
from enum import StrEnum

from ....kernel.rules import seam
from ....kernel.translation import Text
from . import rules


class Examination(StrEnum):
    """One of them."""

    BLOOD_COUNT = "blood_count"
    CREATININE = "creatinine"
    LIVER = "liver"
    URIC_ACID = "uric_acid"
    URINE = "urine"
    BLOOD_PRESSURE = "blood_pressure"
    BODY_MASS = "body_mass"
    TSH = "tsh"
    PSA = "psa"
    LIPIDS = "lipids"
    GLUCOSE = "glucose"
    OCCULT_BLOOD = "occult_blood"


NAMES: dict[Examination, str] = {
    Examination.BLOOD_COUNT: Text("Morfologia krwi"),
    Examination.CREATININE: Text("Kreatynina"),
    Examination.LIVER: Text("Próby wątrobowe: ALT, AST, GGTP"),
    Examination.URIC_ACID: Text("Kwas moczowy"),
    Examination.URINE: Text("Badanie ogólne moczu"),
    Examination.BLOOD_PRESSURE: Text("Pomiar ciśnienia tętniczego"),
    Examination.BODY_MASS: Text("Pomiar masy ciała i obwodu w pasie"),
    Examination.TSH: Text("Hormon tarczycy: TSH"),
    Examination.PSA: Text("Antygen gruczołu krokowego: PSA"),
    Examination.LIPIDS: Text("Profil lipidowy"),
    Examination.GLUCOSE: Text("Glukoza"),
    Examination.OCCULT_BLOOD: Text("Krew utajona w kale"),
}
"""How pages and printouts call them."""
FOR_WOMEN, FOR_MEN = (Examination.TSH,), (Examination.PSA,)
"""What only one sex is examined for. The women's part is our choice: the real one is not public as a list."""
BY_RISK = (Examination.LIPIDS, Examination.GLUCOSE, Examination.OCCULT_BLOOD)
"""Of these, those that the answers give reason for."""
FOR_ALL = tuple(one for one in Examination if one not in {*FOR_WOMEN, *FOR_MEN, *BY_RISK})


@seam
def package_of(pesel: str, risks: Collection[Examination]) -> tuple[Examination, ...]:
    """What a patient is examined for: the common part, that of their sex, and what their answers give reason for."""
    for_sex = FOR_WOMEN if rules.is_woman(pesel) else FOR_MEN
    return (*FOR_ALL, *for_sex, *(one for one in BY_RISK if one in risks))
