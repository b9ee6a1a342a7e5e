import pytest

from mock_server.kernel.rules import name_of, replacing, rules
from mock_server.saml import Assertion, SamlRefused
from mock_server.saml.authn_request_check import acs_url_of_index
from mock_server.saml.signing import verify_signature
from tests.saml.attacks import ATTACKS, Attack
from tests.saml.attacks.answers import reading
from tests.saml.scene import MALLORY, SamlScene

SEAMS = (verify_signature, acs_url_of_index)
SHAPES = {
    "wrap.a1:signed": "malformed",
    "wrap.a2:signed": "signature_wraps",
    "wrap.a8:signed": "signature_wraps",
    "wrap.r1:signed": "malformed",
    "wrap.r2:signed": "signature_wraps",
    "wrap.r3:signed": "malformed",
    "wrap.r4:signed": "unsigned",
    "wrap.r5:signed": "malformed",
    "wrap.r6:signed": "malformed",
    "wrap.r7:forged-signed": "duplicate_id",
    "wrap.r7:genuine-signed": "signature_wraps",
    "wrap.r8:signed": "signature_wraps",
    "wrap.same_id:signed": "duplicate_id",
}
"""Every shape, the other message signed anew over it, so that each level must hold alone; as what it is refused."""

CAUGHT_BY_COVERAGE_ALONE = ["wrap.a2:signed", "wrap.r2:signed", "wrap.r7:genuine-signed"]
"""In the others the original lies inside the signature, which the enveloped-signature transform takes out too."""
BY_NAME = [pytest.param(attack, id=attack.name) for attack in ATTACKS]


def always_yes(*_args: object, **_kwargs: object) -> bool:
    return True


@pytest.mark.parametrize("attack", BY_NAME)
def test_attack_is_refused(scene: SamlScene, attack: Attack) -> None:
    with pytest.raises(SamlRefused) as refused:
        attack.run(scene)
    assert refused.value.code == attack.code


@pytest.mark.parametrize("attack", BY_NAME)
def test_attack_succeeds_once_its_rule_says_yes_to_all(scene: SamlScene, attack: Attack) -> None:
    with replacing({f"saml.{attack.guard}": always_yes}):
        assert attack.run(scene)


@pytest.mark.parametrize("shape", SHAPES)
def test_signature_wrapping_is_refused(scene: SamlScene, shape: str) -> None:
    with pytest.raises(SamlRefused) as refused:
        reading(shape)(scene)
    assert refused.value.code == SHAPES[shape]


@pytest.mark.parametrize("shape", CAUGHT_BY_COVERAGE_ALONE)
def test_signature_wrapping_succeeds_once_nobody_asks_what_the_signature_covers(scene: SamlScene, shape: str) -> None:
    with replacing({"saml.signature_covers": always_yes}):
        read = reading(shape)(scene)
    assert isinstance(read, Assertion)
    assert read.subject == MALLORY


def test_every_rule_is_all_that_stands_between_us_and_some_attack() -> None:
    defined = {name.removeprefix("saml.") for name in rules() if name.startswith("saml.")}
    guarded = {attack.guard for attack in ATTACKS} | {"signature_covers"}
    assert defined == guarded - {name_of(seam).removeprefix("saml.") for seam in SEAMS}


@pytest.mark.parametrize("name", sorted(name for name in rules() if name.startswith("saml.")))
def test_a_failure_inside_a_check_refuses(scene: SamlScene, name: str) -> None:
    def breaks(*_args: object, **_kwargs: object) -> bool:
        raise RuntimeError("02070803628")

    guarded = [attack.run for attack in ATTACKS if f"saml.{attack.guard}" == name]
    run = guarded[0] if guarded else lambda scene: scene.read_response(scene.response_soap())
    with replacing({name: breaks}), pytest.raises(SamlRefused) as refused:
        run(scene)
    assert refused.value.code == "check_failed"
    assert "02070803628" not in str(refused.value)
