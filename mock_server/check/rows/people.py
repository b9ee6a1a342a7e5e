"""Who an assertion is about."""

from typing import Any

from .. import musts
from .writing import Answer, Duty, Family, Layer, Need, Variant, Verdict

_people = Family(
    "person",
    Layer.ASSERTION,
    musts.VALID_OTHERWISE,
    "Take the four attributes by their Name, each once and in its form; refuse an assertion that has it otherwise.",
)
_row = _people.row
_R = Layer.RESPONSE
_ONE = "Require one assertion, with one statement, and each attribute once with one value."
_OTHERS = "somebody else's account"
_LEVEL: dict[str, Any] = {
    "must": musts.LEVEL,
    "gain": "an account, with a weaker proof of who one is than the service asked for",
    "mend": "Compare the class with the level that you asked for, as a whole.",
    "needs": (Need.LEVEL,),
}

ROWS: tuple[Answer, ...] = (
    _row("none", "A success without an assertion", "M h h", "sp32", layer=_R, must=musts.ENCRYPTED,
         gain="a session of nobody, or of whoever was there before", mend="Require one EncryptedAssertion."),
    _row("two", "A second assertion follows", "M c h", "P4.1.4.2 CVE-2022-41912", layer=_R, mend=_ONE, gain=_OTHERS,
         variants=(Variant("bob", "about Bob"), Variant("ann", "about Ann once more, which is a question"))),
    _row("pesel_missing", "There is no PESEL", "M h h", "sp98 sp103"),
    _row("pesel_empty", "The PESEL is empty", "M h h", "sp98 sp103"),
    _row("pesel_form", "The PESEL is none", "M h h", "sp98 sp103", mend="Require eleven digits from 0 to 9.",
         variants=(Variant("ten", "a digit less"), Variant("twelve", "a digit more"), Variant("letters",
         "a letter in it"),
                   Variant("full_width", "full-width digits"))),
    _row("pesel_checksum", "The PESEL's check digit is wrong", "S m h",
         "|Act of 24 September 2010 on the population register, art. 15(2)(5)|"),
    _row("pesel_blank", "Blanks stand around the PESEL: it must not become a second account", "Q m h",
         "|no known hole|", gain="a second, empty account of the same person",
         variants=(Variant("spaces"), Variant("no_break", "no-break spaces"))),
    _row("pesel_attr2", "The attribute is there twice, with Ann's PESEL and Bob's", "M c h", "C2.7.3", mend=_ONE,
         gain=_OTHERS),
    _row("pesel_value2", "The attribute has two values, Ann's PESEL and Bob's", "M c h", "C2.7.3", mend=_ONE,
         gain=_OTHERS),
    _row("pesel_advice", "Bob's attributes are there too: whoever is let in must wholly be Ann", "M h h", "C2.6",
         duty=Duty.EITHER, must="", verdict=Verdict.WHOLLY, mend=_ONE, gain=_OTHERS,
         variants=(Variant("advice", "in Advice, which may be passed over"),
                   Variant("statement", "in a second AttributeStatement"))),
    _row("names_lie", "FriendlyName, Name and xsi:type disagree which value is the PESEL; the Name counts", "M h h",
         "profile", duty=Duty.EITHER, must="", verdict=Verdict.WHOLLY, gain=_OTHERS,
         variants=(Variant("friendly", "FriendlyName lies"), Variant("name", "Name lies: no value of it is a PESEL"),
                   Variant("type", "the type lies"))),
    _row("birth_missing", "There is no date of birth", "S m h", "|no known hole|"),
    _row("birth_bad", "Born on 31 February", "S m h", "|no known hole|"),
    _row("birth_contra", "The date of birth is not what the PESEL says", "S m h", "|no known hole|"),
    _row("level_low", "The level is low", "M h h", "C3.3.2.2.1", **_LEVEL),
    _row("level_odd", "The level is none", "M h h", "sp93 sp97", **_LEVEL,
         variants=(Variant("unknown", "that anybody knows"), Variant("missing", "it is missing"),
                   Variant("longer", "it goes on after substantial"), Variant("two", "there are two"))),
    _row("authn_missing", "There is no AuthnStatement", "M h h", "P4.1.4.2 sp89",
         mend="Require an AuthnStatement with its level and session index."),
    _row("nameid_of_a", "Bob's PESEL, with the NameID that Ann has", "M h h", "AV6.8.1", gain=_OTHERS,
         duty=Duty.EITHER, must="", verdict=Verdict.BOB, mend="Know people by their PESEL alone, or by their NameID "
         "alone; refuse when the two disagree."),
    _row("name_active", "The family name is something that takes effect if it is not escaped", "M h h", "AV3.2.2",
         duty=Duty.EITHER, must="", verdict=Verdict.HARMLESS, gain="what somebody is called runs in a page",
         mend="Escape what you show, for the place where you show it.",
         variants="script sql template formula right_to_left line_end"),
    _row("name_4k", "A family name of 4096 letters", "S l h", "|no known hole|"),
)  # fmt: skip
