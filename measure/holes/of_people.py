"""Holes in who somebody is."""

from measure.holes.hole import hole

_TWICE = '            require(name not in said, f"{name} is there twice")\n'
_NAME = 'name, friendly = attribute.get("Name") or "", attribute.get("FriendlyName")\n'
_BORN = '    require(day(birth_date) == birth_date_of(pesel), "the PESEL is of somebody born on another day")\n'

HOLES = (
    hole("the last PESEL counts", "person", _TWICE, "", "person", _BORN, ""),
    hole("the friendly name counts", "person", _NAME,
         'friendly = attribute.get("FriendlyName")\n'
         '        name = next((key for key, value in WANTED.items() if value == friendly), "")\n',
         "person", '    equal("the attribute of this type", _TYPES.get(kind, name), name)\n',
         "    assert kind is not None\n", "person", "NAMES, Element, equal, one,", "NAMES, Element, one,"),
    hole("anything is a PESEL", "person", _BORN, ""),
    hole("the last statement counts", "assertion", 'read_person(one(assertion, "saml2:AttributeStatement"))',
         'read_person(assertion.findall("saml2:AttributeStatement", NAMES)[-1])'),
    hole("a name is markup", "pages", "heading=escape(heading)", "heading=heading"),
)  # fmt: skip
