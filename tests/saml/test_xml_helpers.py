"""The short names with which XML is read and built."""

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from mock_server.kernel.rules import replacing
from mock_server.saml import SamlRefused
from mock_server.saml.xml import (
    add,
    attribute_of,
    base64_of,
    child,
    children,
    filled,
    literal,
    optional_child,
    parse,
    require_name,
    serialize,
    text_of,
    token_of,
)

SOAP = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"'
ENVELOPE = f"<soap:Envelope {SOAP}><soap:Body><soap:Fault/></soap:Body><soap:Body/></soap:Envelope>"


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (b"<x>\n<y>\n</x>", "malformed: this is not well-formed XML (line 3)"),
        (b'<x ID="1a"/>', "malformed: an ID is not an xs:ID"),
        (b'<x ID="a b"/>', "malformed: an ID is not an xs:ID"),
        (b'<x ID="a"><y ID="b"/><z ID="a"/></x>', "duplicate_id: expected every ID once, got one on two elements"),
        (b"<!DOCTYPE x><x/>", "document_type: expected no DTD, got a document with one"),
        (
            b"<x>" + b" " * 262_138 + b"</x>",
            "too_large: expected at most 262144 bytes, got 262145",
        ),
    ],
    ids=["open", "digit", "blank", "twice", "DTD", "long"],
)
def test_what_is_not_parsed_is_told(xml: bytes, told: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        parse(xml)
    assert str(refused.value) == told


@pytest.mark.parametrize("name", ["_a", "a-1", "a.b", "ąę", "_ID-0", "A"])
def test_an_id_may_be_any_xml_name(name: str) -> None:
    assert parse(f'<x ID="{name}"/>'.encode()).get("ID") == name


def test_comments_are_dropped() -> None:
    assert etree.tostring(parse(b"<x>a<!-- b -->c</x>")) == b"<x>ac</x>"


def test_children_are_found_by_name() -> None:
    envelope = parse(ENVELOPE.encode())
    assert children(envelope, "soap:Body") == list(envelope)
    assert children(envelope, "soap:Fault") == []
    assert optional_child(envelope, "soap:Fault") is None
    assert optional_child(envelope[0], "soap:Fault") is envelope[0][0]
    assert child(envelope[0], "soap:Fault") is envelope[0][0]
    assert child(envelope) is envelope
    require_name(envelope, "soap:Envelope")


@pytest.mark.parametrize("find", [optional_child, child])
def test_one_of_two_is_not_chosen(find: type) -> None:
    with pytest.raises(SamlRefused) as refused:
        find(parse(ENVELOPE.encode()), "soap:Body")
    assert str(refused.value) == "malformed: expected one soap:Body, got 2"


def test_text_is_read_letter_for_letter_and_a_token_without_white_space() -> None:
    assert (text_of(parse(b"<x> a </x>")), token_of(parse(b"<x> a\n</x>"))) == (" a ", "a")
    assert (text_of(parse(b"<x/>")), token_of(parse(b"<x/>"))) == ("", "")


def test_base64_is_read_over_several_lines() -> None:
    assert base64_of(parse(b"<x>\n YWI=\n</x>")) == b"ab"
    assert base64_of(parse(b"<x>YW\nI=</x>")) == b"ab"
    with pytest.raises(SamlRefused) as refused:
        base64_of(parse(b"<x>YW-I=</x>"))
    assert str(refused.value) == "malformed: expected base64, got something else"


def test_an_attribute_may_be_empty_but_must_be_there() -> None:
    assert attribute_of(parse(b'<x a=""/>'), "a") == ""
    with pytest.raises(SamlRefused) as refused:
        attribute_of(parse(f"<soap:Body {SOAP}/>".encode()), "Version")
    assert str(refused.value) == "malformed: expected Version on Body, got nothing"


def test_an_element_is_built_with_its_text_and_attributes() -> None:
    envelope = literal(f"<soap:Envelope {SOAP}/>")
    body = add(envelope, "soap:Body", "text", b="2", a="1")
    add(envelope, "soap:Header")
    assert body is envelope[0]
    assert (
        serialize(body)
        == (f'<soap:Envelope {SOAP}><soap:Body b="2" a="1">text</soap:Body><soap:Header/></soap:Envelope>').encode()
    )


def test_a_document_is_written_in_utf_8() -> None:
    assert serialize(parse("<x>ą</x>".encode())) == "<x>ą</x>".encode()


def test_what_is_filled_in_arrives_as_it_is() -> None:
    value = "<&>\"'\t\n\r ą"
    assert filled("%(a)s %(b)s", a=value, b="b") == "&lt;&amp;&gt;&quot;'&#9;&#10;&#13; ą b"
    element = literal('<x a="%(value)s">%(value)s</x>', value=value)
    assert (element.get("a"), element.text) == (value, value)


def test_no_dtd_is_loaded_and_no_entity_resolved_even_where_dtds_are_let_through(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY far "far">')
    uri = (tmp_path / "x.dtd").as_uri()
    with replacing({"saml.document_type_is_absent": lambda _: True}):
        root = parse(f'<!DOCTYPE x SYSTEM "{uri}" [<!ENTITY near "near">]><x>&near;&far;</x>'.encode())
    assert root.getroottree().docinfo.externalDTD is None
    assert [part.text for part in root] == ["&near;", "&far;"]
    with pytest.raises(SamlRefused) as refused:
        text_of(root)
    assert str(refused.value) == "malformed: expected only text in x"


_READ_MANY = """
from pathlib import Path
from mock_server.saml.xml import parse

def read(first, documents):
    for number in range(first, first + documents):
        names = (f"{'e' * 40}{number}-{name}" for name in range(3000))
        assert len(parse(b"<a>" + b"".join(b"<%s/>" % name.encode() for name in names) + b"</a>")) == 3000
    return int(Path("/proc/self/statm").read_text().split()[1])

before = read(0, 30)
print((read(30, 120) - before) / before)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell the memory of a process")
def test_documents_of_ever_new_names_fill_no_memory() -> None:
    ran = subprocess.run([sys.executable, "-c", _READ_MANY], capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 0.3
