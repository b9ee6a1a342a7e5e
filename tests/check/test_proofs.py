"""What the table claims of each answer is true: where it differs, its signatures, and what the schemas say."""

import pytest
from lxml import etree

from mock_server.check.deeds.all import DEEDS
from mock_server.check.deeds.shapes import genuine_alone
from mock_server.check.difference import changes, lies_in
from mock_server.check.made import Made, make
from mock_server.check.making import detached
from mock_server.check.stages import UNASKED, Stage
from tests.check.judges import layers_of, seal_by_signxml, seal_by_xmlsec, seals_by
from tests.check.scene import login
from tests.saml.judges import oasis_schema

BY_SEND = pytest.mark.parametrize("send", [send for send, deed in DEEDS.items() if deed.stage is not Stage.HTTP])
SEALED = pytest.mark.parametrize(
    "send", [send for send, deed in DEEDS.items() if deed.stage is not Stage.HTTP and deed.seals != UNASKED]
)
_MADE: dict[str, Made] = {}


def made(send: str) -> Made:
    if send not in _MADE:
        _MADE[send] = make(login(), DEEDS[send])
    return _MADE[send]


@BY_SEND
def test_it_differs_from_the_good_answer_at_the_named_places_alone(send: str) -> None:
    differing, named = changes(made(send)), DEEDS[send].places
    assert [one.place for one in differing if not one.follows and not lies_in(one.place, named)] == []
    assert [place for place in named if not any(lies_in(one.place, (place,)) for one in differing)] == []
    assert made(send).soap != made(send).good


@SEALED
def test_others_judge_its_signatures_as_the_table_says(send: str) -> None:
    layers, hub = layers_of(made(send).soap), login().hub.keys
    said = [seals_by(judge, layers, hub) for judge in (seal_by_xmlsec, seal_by_signxml)]
    assert "/".join(dict.fromkeys(said)) == DEEDS[send].seals


@BY_SEND
def test_the_schemas_refuse_it_where_the_table_says_so(send: str) -> None:
    assert schema_valid(made(send)) == DEEDS[send].valid


def schema_valid(one: Made) -> bool:
    """Whether the message in the envelope, and every assertion in clear that it holds, are as the schemas say."""
    try:
        envelope = etree.fromstring(one.soap)
        documents = [*map(detached, envelope.iterfind("{*}Body/*")), *map(etree.fromstring, ciphers_in(one, envelope))]
    except etree.XMLSyntaxError:
        return False
    return all(oasis_schema().validate(etree.ElementTree(document)) for document in documents)


def ciphers_in(one: Made, envelope: etree._Element) -> list[bytes]:
    values = [value.text or "" for value in envelope.iter("{*}CipherValue")]
    return [one.clear[value] for value in values if value in one.clear]


def test_the_good_answer_holds_for_every_judge() -> None:
    layers, hub = layers_of(made("sig.none").good), login().hub.keys
    assert [seals_by(judge, layers, hub) for judge in (seal_by_xmlsec, seal_by_signxml)] == ["++", "++"]


WRAPPED = pytest.mark.parametrize("send", [send for send in DEEDS if send.startswith("wrap.")])


@WRAPPED
def test_what_is_wrapped_is_signed_by_the_hub_alone(send: str) -> None:
    """Out of its wrapping, with its signature where it was, it holds."""
    wrapped = etree.fromstring(made(send).soap)
    forged = {one.get("ID") for one in layers_of(made(send).soap) if one is not None}
    signed = [reference.get("URI", "")[1:] for reference in wrapped.iter("{*}Reference")]
    genuine = [genuine_alone(wrapped, one) for one in signed]
    assert genuine
    for one in genuine:
        seals = [judge(one, login().hub.keys) for judge in (seal_by_xmlsec, seal_by_signxml)]
        assert seals == (["-", "-"] if send == "wrap.plain_beside" else ["+", "+"])
    assert forged
