"""The corners of exclusive C14N: xmlsec and signxml must agree with us on every one, both ways round."""

import subprocess
import sys
from threading import Thread
from xml.etree.ElementTree import canonicalize

import pytest
from lxml import etree

from mock_server.saml import KeyPair, SamlRefused
from mock_server.saml.c14n import canonical
from mock_server.saml.names import NAMESPACES
from mock_server.saml.signing import sign, verify_signature
from mock_server.saml.xml import parse
from tests.saml.judges import signxml_says
from tests.saml.scene import SamlScene, find, keys_of, parsed
from tests.saml.signers import refill_by_xmlsec, set_prefixes, sign_by_xmlsec, signed_by_signxml, verified_by_xmlsec

ENVELOPE = (
    '<?xml version="1.0"?><?before pi?><!-- before --><e:env xmlns:e="urn:e" xmlns="urn:outer" xmlns:u="urn:unused"'
    ' xmlns:v="urn:outer" xml:lang="pl" xml:base="http://x.example/" xml:space="preserve">text'
    '<e:mid xmlns="urn:mid" xmlns:v="urn:inner">%s</e:mid>tail</e:env><?after pi?>'
)

CASES = {
    "default namespace from around": '<m ID="a"><n/></m>',
    "default namespace taken back": '<m xmlns="" ID="a"><n xmlns="urn:d"><o xmlns=""/></n></m>',
    "default namespace changed": '<m xmlns="urn:d" ID="a"><n xmlns="urn:x"><o xmlns="urn:d"/></n></m>',
    "default namespace not used": '<e:m ID="a"><e:n/></e:m>',
    "prefix declared anew": '<e:m ID="a"><v:n xmlns:v="urn:other"/><v:n/><v:n xmlns:v="urn:inner"/></e:m>',
    "two prefixes for one namespace": '<e:m xmlns:f="urn:e" ID="a"><f:n f:z="1" e:y="2" a="3"/></e:m>',
    "attributes in order": '<m xmlns:b="urn:a" xmlns:a="urn:b" a:z="1" b:z="2" z="3" ID="a" A="4" xml:id="x"/>',
    "entities in attributes": '<m ID="a" b="&lt;&amp;&gt;&quot;&apos;&#9;&#10;&#13; &#x105;" c=\'"\' d="\n\t x"/>',
    "entities in text": '<m ID="a">&lt;&amp;&gt;&quot;&apos;&#9;&#13;\n\r\n &#x1F600; ą</m>',
    "CDATA": '<m ID="a">x<![CDATA[<&>"]]>y<n/><![CDATA[]]>z</m>',
    "comments": '<m ID="a"><!-- a -->x<!-- b -->y<n><!----></n><!-- c --></m>',
    "processing instructions": '<m ID="a">x<?pi  some <data> ?>y<?empty?></m>',
    "white space": '<m   ID = "a"  >\n\t <n  />  </m   >',
    "xml attributes": '<m ID="a" xml:space="default"><n xml:lang="en"><o xml:lang=""/></n></m>',
    "unused declarations inside": '<m ID="a" xmlns:q="urn:q"><n xmlns:r="urn:r"><q:o/></n></m>',
    "our prefixes for other things": '<m ID="a" xmlns:saml2="urn:not" xmlns:xenc="urn:nor"><n/></m>',
}
PREFIXES = [(), ("ds", "saml2", "saml2p", "xenc"), ("u", "v", "never"), ("#default",), ("#default", "u", "e", "q")]

every_case = pytest.mark.parametrize("inside", CASES.values(), ids=CASES)
every_list = pytest.mark.parametrize("prefixes", PREFIXES, ids=lambda prefixes: " ".join(prefixes) or "none")


def message_of(inside: str) -> etree._Element:
    return find(parsed((ENVELOPE % inside).encode()), "*[last()]")[0]


def sent(message: etree._Element) -> etree._Element:
    """The message as it arrives."""
    root = parse(etree.tostring(message.getroottree()))
    return find(root, ".//*[@ID='a']")


@every_case
@every_list
def test_what_xmlsec_signed_verifies(inside: str, prefixes: tuple[str, ...]) -> None:
    keys, message = keys_of("xmlsec"), message_of(inside)
    sign_by_xmlsec(message, keys, prefixes, prefixes)
    verify_signature(sent(message), (keys.certificate,))


@every_case
def test_xmlsec_and_signxml_verify_what_we_signed(inside: str) -> None:
    keys, message = keys_of("ours"), message_of(inside)
    sign(message, keys)
    verified_by_xmlsec(find(parsed(etree.tostring(message.getroottree())), ".//*[@ID='a']"), keys)
    arrived = sent(message)
    if not find(arrived, "ds:Signature").tail:  # signxml 5.2 stumbles over text after a signature
        assert signxml_says(etree.tostring(arrived), keys).get("ID") == "a"


@every_case
@pytest.mark.parametrize("prefixes", PREFIXES[:3], ids=lambda prefixes: " ".join(prefixes) or "none")
def test_what_signxml_signed_verifies(inside: str, prefixes: tuple[str, ...], scene: SamlScene) -> None:
    keys = scene.sp.keys
    alone = parse(etree.tostring(message_of(inside), with_tail=False))
    verify_signature(parse(etree.tostring(signed_by_signxml(alone, keys, prefixes))), (keys.certificate,))


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"two prefixes for one namespace", "processing instructions"}))
def test_a_second_canonicalizer_gives_the_same_bytes(name: str) -> None:
    """ElementTree's C14N 2.0 is Python of its own and, without options, exclusive C14N; it wants a whole document.

    It knows one prefix for a namespace, and escapes processing instructions, which it should not.
    """
    message = sent(message_of(CASES[name]))
    assert canonical(message).decode() == canonicalize(etree.tostring(message, encoding="unicode", with_tail=False))


@pytest.mark.parametrize("before", ["<n/>", "text", "<n/>text", "<?pi?>", ""])
def test_text_after_the_signature_is_signed(before: str) -> None:
    keys, message = keys_of("xmlsec"), message_of(f'<m ID="a">{before}</m>')
    sign(message, keys)
    signature = find(message, "ds:Signature")
    message.append(signature)
    signature.tail = " after "
    refill_by_xmlsec(message, keys)
    verify_signature(sent(message), (keys.certificate,))
    signature.tail = " altered "
    with pytest.raises(SamlRefused, match="signature_invalid"):
        verify_signature(sent(message), (keys.certificate,))


def test_an_empty_reference_covers_instructions_beside_the_root() -> None:
    keys, message = keys_of("xmlsec"), parsed(b'<?one 1?><m ID="a"/><?two?>')
    sign(message, keys)
    find(message, ".//ds:Reference").set("URI", "")
    refill_by_xmlsec(message, keys)
    xml = etree.tostring(message.getroottree())
    verify_signature(parse(xml), (keys.certificate,))
    with pytest.raises(SamlRefused, match="signature_invalid"):
        verify_signature(parse(xml.replace(b"<?two?>", b"")), (keys.certificate,))


def test_a_reference_by_id_leaves_instructions_beside_the_root_out() -> None:
    keys, message = keys_of("xmlsec"), parsed(b'<?one 1?><m ID="a"/><?two?>')
    sign_by_xmlsec(message, keys)
    verify_signature(parse(etree.tostring(message.getroottree()).replace(b"<?two?>", b"")), (keys.certificate,))


@pytest.mark.parametrize("inner_by_xmlsec", [True, False])
def test_a_signature_within_a_signed_message_is_signed_too(inner_by_xmlsec: bool) -> None:
    outer_keys, inner_keys = keys_of("outer"), keys_of("inner")
    message = message_of('<m ID="a"><n ID="b"><o/>x</n>y</m>')
    (sign_by_xmlsec if inner_by_xmlsec else sign)(message[0], inner_keys)
    (sign if inner_by_xmlsec else sign_by_xmlsec)(message, outer_keys)
    arrived = sent(message)
    inner = find(arrived, "*[@ID='b']")
    verify_signature(arrived, (outer_keys.certificate,))
    verify_signature(inner, (inner_keys.certificate,))
    find(inner, "ds:Signature/ds:KeyInfo").clear()
    verify_signature(inner, (inner_keys.certificate,))
    with pytest.raises(SamlRefused, match="signature_invalid"):
        verify_signature(arrived, (outer_keys.certificate,))


@pytest.mark.parametrize("where", [".//ds:Transform[2]", ".//ds:CanonicalizationMethod"])
def test_a_prefix_list_cannot_be_changed(where: str) -> None:
    keys, message = keys_of("xmlsec"), message_of('<m ID="a"/>')
    sign_by_xmlsec(message, keys, ("u",), ("u",))
    set_prefixes(find(message, where), ("u", "v"))
    with pytest.raises(SamlRefused, match="signature_invalid"):
        verify_signature(sent(message), (keys.certificate,))


def test_what_an_rsa_key_signs_is_letter_for_letter_what_xmlsec_makes_of_it(
    scene: SamlScene, rsa_keys: KeyPair
) -> None:
    message = parsed(scene.edited_request(lambda _: None, rsa_keys))
    ours = etree.tostring(message)
    refill_by_xmlsec(message, rsa_keys)
    value = find(message, ".//ds:SignatureValue")
    value.text = "".join((value.text or "").split())
    assert etree.tostring(message) == ours


def test_inclusive_prefixes_are_known_before_anything_was_parsed() -> None:
    """lxml drops the prefixes its dictionary of names has never seen, and that dictionary is a thread's own."""
    declared = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("ds", "saml2", "saml2p", "xenc"))
    program = (
        "from lxml import etree; from mock_server.saml.c14n import canonical, INCLUSIVE_PREFIXES as prefixes;"
        "from mock_server.saml.names import declared;"
        "print(canonical(etree.Element('x', nsmap=declared(*prefixes)), prefixes).decode())"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == f"<x {declared}></x>"


def test_a_message_is_signed_and_verified_in_any_thread(scene: SamlScene) -> None:
    outcomes: list[object] = []

    def work() -> None:
        message = message_of(CASES["default namespace not used"])
        sign_by_xmlsec(message, scene.sp.keys, ("#default", "u"))
        verify_signature(sent(message), (scene.sp.keys.certificate,))
        outcomes.append(scene.read_response(scene.response_soap()))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert len(outcomes) == 1
