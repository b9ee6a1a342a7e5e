"""Who an assertion is about: nobody, two, somebody else by half, or somebody with an odd name or number."""

from collections.abc import Callable
from datetime import timedelta

from ...saml.attributes import Attribute
from ...saml.names import NAMESPACES, new_id
from ...saml.times import write_date
from ...saml.xml import Element
from ..making import Making, detached, earlier_of, found
from ..stages import Deed, Stage
from .forging import FORGED
from .parsing import NAME_AT, PESEL, PESEL_AT
from .times import STATEMENT
from .tools import attribute, edited, fragment, removed, take_away, text

_AT = {one: f"T/AttributeStatement/Attribute[{number}]" for number, one in enumerate(Attribute, 1)}
_WHOLE = "saml2:AttributeStatement/saml2:Attribute[@Name='{}']"
_CLASS = f"{STATEMENT}/saml2:AuthnContext/saml2:AuthnContextClassRef"
_LOA = "http://eidas.europa.eu/LoA/"
ACTIVE_NAMES = {
    "script": "<script>alert(1)</script>",
    "sql": "O'Neil'); DROP TABLE patients;--",
    "template": "{{7*7}}${7*7}<%=7*7%>",
    "formula": "=1+1",
    "right_to_left": "\u202ePawel",
    "line_end": "Ada\r\nX-Added: 1",
}


def _element(one: Attribute) -> str:
    return _WHOLE.format(one.uri)


def written(one: Attribute, value: Callable[[Making], str] | str, *, valid: bool = True) -> Deed:
    """Another value of an attribute."""
    path = f"{_element(one)}/saml2:AttributeValue"
    deed = text("T", path, value)
    return Deed(deed.stage, deed.do, (f"{_AT[one]}/AttributeValue",), valid=valid)


def _pesel(value: Callable[[str], str]) -> Deed:
    return written(Attribute.PERSON_IDENTIFIER, lambda making: value(making.login.told.subject.pesel))


def _gone(one: Attribute) -> Deed:
    deed = removed("T", _element(one))
    last = one is Attribute.PERSON_IDENTIFIER
    return Deed(deed.stage, deed.do, (_AT[one],) if last else ("T/AttributeStatement",))


def _no_assertion(_making: Making, response: Element) -> None:
    take_away(found(response, "saml2:EncryptedAssertion"))


def _second(bob: bool) -> Deed:
    def edit(making: Making, response: Element) -> None:
        first = found(response, "saml2:EncryptedAssertion")
        second = making.forged(once_more=True) if bob else _again(making)
        first.addnext(second)

    return Deed(Stage.RESPONSE, edit, ("R/EncryptedAssertion[2]",))


def _again(making: Making) -> Element:
    wrapped = making.forged(once_more=True)
    wrapped.replace(wrapped[0], making.encrypt(making.assertion(), once_more=True))
    return wrapped


def _bobs(making: Making) -> str:
    return making.login.other.subject.pesel


def _second_attribute(making: Making, assertion: Element) -> None:
    first = found(assertion, _element(Attribute.PERSON_IDENTIFIER))
    second = detached(first)
    found(second, "saml2:AttributeValue").text = _bobs(making)
    first.addnext(second)


def _second_value(making: Making, assertion: Element) -> None:
    first = found(assertion, PESEL)
    second = detached(first)
    second.text = _bobs(making)
    first.addnext(second)


def _statement_about_bob(making: Making, assertion: Element) -> Element:
    """The statement as it is of Bob."""
    bob = fragment(making.assertion(making.login.about_the_other()).decode())
    del assertion
    return detached(found(bob, "saml2:AttributeStatement"))


def _in_advice(making: Making, assertion: Element) -> None:
    bob = fragment(making.assertion(making.login.about_the_other()).decode())
    bob.set("ID", f"_{new_id()}")
    advice = fragment("<saml2:Advice/>")
    advice.append(bob)
    found(assertion, "saml2:Conditions").addnext(advice)


def _second_statement(making: Making, assertion: Element) -> None:
    found(assertion, "saml2:AttributeStatement").addnext(_statement_about_bob(making, assertion))


def _lying(change: Callable[[Element, Element], None]) -> Deed:
    """The name of one attribute says that another is the PESEL."""

    def edit(_making: Making, assertion: Element) -> None:
        change(
            found(assertion, _element(Attribute.FAMILY_NAME)), found(assertion, _element(Attribute.PERSON_IDENTIFIER))
        )

    deed = edited("T", edit)
    return Deed(deed.stage, deed.do, ("T/AttributeStatement",))


def _swap(name: str) -> Callable[[Element, Element], None]:
    def change(one: Element, other: Element) -> None:
        one.attrib[name], other.attrib[name] = other.attrib[name], one.attrib[name]

    return change


def _swap_types(one: Element, other: Element) -> None:
    key = f"{{{NAMESPACES['xsi']}}}type"
    first, second = one[0], other[0]
    first.attrib[key], second.attrib[key] = second.attrib[key], first.attrib[key]


def _two_classes(_making: Making, assertion: Element) -> None:
    reference = found(assertion, _CLASS)
    second = detached(reference)
    second.text = f"{_LOA}low"
    reference.addnext(second)


def _checksum(pesel: str) -> str:
    return f"{pesel[:-1]}{(int(pesel[-1]) + 1) % 10}"


def _contradicted(making: Making) -> str:
    return write_date(making.login.told.subject.birth_date + timedelta(days=400))


def _bobs_with_anns_name(making: Making, assertion: Element) -> None:
    found(assertion, "saml2:Subject/saml2:NameID").text = making.login.told.name_id


def _full_width(pesel: str) -> str:
    return pesel.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


_REF_AT = "T/AuthnStatement/AuthnContext/AuthnContextClassRef"
DEEDS: dict[str, Deed] = {
    "person.none": Deed(Stage.RESPONSE, _no_assertion, ("R/EncryptedAssertion",)),
    "person.two:bob": _second(bob=True),
    "person.two:ann": _second(bob=False),
    "person.pesel_missing": _gone(Attribute.PERSON_IDENTIFIER),
    "person.pesel_empty": _pesel(lambda _: ""),
    "person.pesel_form:ten": _pesel(lambda pesel: pesel[:-1]),
    "person.pesel_form:twelve": _pesel(lambda pesel: f"{pesel}0"),
    "person.pesel_form:letters": _pesel(lambda pesel: f"{pesel[:-1]}O"),
    "person.pesel_form:full_width": _pesel(_full_width),
    "person.pesel_checksum": _pesel(_checksum),
    "person.pesel_blank:spaces": _pesel(lambda pesel: f" {pesel} "),
    "person.pesel_blank:no_break": _pesel(lambda pesel: f"\u00a0{pesel}\u00a0"),
    "person.pesel_attr2": Deed(Stage.ASSERTION, _second_attribute, ("T/AttributeStatement/Attribute[5]",)),
    "person.pesel_value2": Deed(Stage.ASSERTION, _second_value, (f"{PESEL_AT}[2]",)),
    "person.pesel_advice:advice": Deed(Stage.ASSERTION, _in_advice, ("T/Advice",)),
    "person.pesel_advice:statement": Deed(Stage.ASSERTION, _second_statement, ("T/AttributeStatement[2]",)),
    "person.names_lie:friendly": _lying(_swap("FriendlyName")),
    "person.names_lie:name": _lying(_swap("Name")),
    "person.names_lie:type": _lying(_swap_types),
    "person.birth_missing": _gone(Attribute.DATE_OF_BIRTH),
    "person.birth_bad": written(Attribute.DATE_OF_BIRTH, "1987-02-31Z", valid=False),
    "person.birth_contra": written(Attribute.DATE_OF_BIRTH, _contradicted),
    "person.level_low": text("T", _CLASS, f"{_LOA}low"),
    "person.level_odd:unknown": text("T", _CLASS, f"{_LOA}enormous"),
    "person.level_odd:missing": removed("T", _CLASS, valid=False),
    "person.level_odd:longer": text("T", _CLASS, f"{_LOA}substantial.x"),
    "person.level_odd:two": edited("T", _two_classes, f"{_CLASS}[2]", valid=False),
    "person.authn_missing": removed("T", STATEMENT),
    "person.nameid_of_a": Deed(Stage.ASSERTION, _bobs_with_anns_name, FORGED[1:], forged=True),
    **{
        f"person.name_active:{kind}": Deed(Stage.ASSERTION, written(Attribute.FAMILY_NAME, name).do, (NAME_AT,))
        for kind, name in ACTIVE_NAMES.items()
    },
    "person.name_4k": written(Attribute.FAMILY_NAME, "Ż" + "ó" * 4095),
    "sess.replay": attribute("T", "@ID", lambda making: earlier_of(making).assertion_id),
}
