"""Holes in who somebody is."""

from measure.holes.hole import hole

_TWICE = '            require(name not in said, f"{name} is there twice")\n'
_FRIENDLY = (
    '            require(friendly in {None, WANTED.get(name)}, f"{friendly} is the name of another attribute")\n'
)
_BORN = '    require(day(birth_date) == birth_date_of(pesel), "the PESEL is of somebody born on another day")\n'

HOLES = (
    hole("the last PESEL counts", "person", _TWICE, ""),
    hole("the first PESEL counts", "person", f"{_TWICE}            said[name] = _value(attribute, name)\n",
         "            said.setdefault(name, _value(attribute, name))\n"),
    hole("the last value counts", "person", 'one(attribute, "saml2:AttributeValue")',
         'attribute.findall("{*}AttributeValue")[-1]'),
    hole("the friendly name may lie", "person", _FRIENDLY, ""),
    hole("the type may lie", "person",
         '    equal("the attribute of this type", _TYPES.get(kind, name), name)\n', "    assert kind is not None\n",
         "person", "NAMES, Element, equal, one,", "NAMES, Element, one,"),
    hole("anything is a PESEL", "person", _BORN, ""),
    hole("every statement counts", "assertion", 'read_person(one(assertion, "saml2:AttributeStatement"))',
         'read_person(assertion.findall("saml2:AttributeStatement", NAMES)[0])'),
    hole("a name is markup", "pages", "heading=escape(heading)", "heading=heading"),
)  # fmt: skip
