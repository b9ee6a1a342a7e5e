import inspect
from collections.abc import Callable
from typing import Any

import pytest

from mock_server.kernel.rules import overriding, rule_names
from mock_server.saml import SamlRefused, rules
from tests.saml.attacks import ATTACKS, Attack
from tests.saml.scene import MALLORY, Scene
from tests.saml.wrapping import CAUGHT_BY_COVERAGE_ALONE, SHAPES, Wrap

Rule = Callable[..., Any]

BY_NAME = [pytest.param(attack, id=attack.name) for attack in ATTACKS]


def always_yes(_true_rule: Rule) -> Rule:
    return lambda *_args, **_kwargs: True


@pytest.mark.parametrize("attack", BY_NAME)
def test_attack_is_refused(scene: Scene, attack: Attack) -> None:
    with pytest.raises(SamlRefused) as refused:
        attack.run(scene)
    assert refused.value.code == attack.code


@pytest.mark.parametrize("attack", BY_NAME)
def test_attack_succeeds_once_its_rule_says_yes_to_all(scene: Scene, attack: Attack) -> None:
    with overriding({f"saml.{attack.guard}": always_yes}):
        assert attack.run(scene)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_signature_wrapping_is_refused(scene: Scene, shape: Wrap) -> None:
    with pytest.raises(SamlRefused) as refused:
        scene.read_response(shape(scene))
    assert refused.value.code == SHAPES[shape]


@pytest.mark.parametrize("shape", CAUGHT_BY_COVERAGE_ALONE, ids=lambda shape: shape.__name__)
def test_signature_wrapping_succeeds_once_nobody_asks_what_the_signature_covers(scene: Scene, shape: Wrap) -> None:
    with overriding({"saml.signature_covers": always_yes}):
        assert scene.read_response(shape(scene)).subject == MALLORY


def test_every_rule_is_all_that_stands_between_us_and_some_attack() -> None:
    functions = inspect.getmembers(rules, inspect.isfunction)
    defined = {name for name, function in functions if function.__module__ == rules.__name__}
    named = {name for name in defined if f"saml.{name}" in rule_names()}
    guarded = {attack.guard for attack in ATTACKS} | {"signature_covers"}
    assert named == defined == guarded


@pytest.mark.parametrize("name", sorted(name for name in rule_names() if name.startswith("saml.")))
def test_a_failure_inside_a_check_refuses(scene: Scene, name: str) -> None:
    def breaks(_true_rule: Rule) -> Rule:
        def decide(*_args: object, **_kwargs: object) -> bool:
            raise RuntimeError("02070803628")

        return decide

    guarded = [attack.run for attack in ATTACKS if f"saml.{attack.guard}" == name]
    run = guarded[0] if guarded else lambda scene: scene.read_response(scene.response_soap())
    with overriding({name: breaks}), pytest.raises(SamlRefused) as refused:
        run(scene)
    assert refused.value.code == "check_failed"
    assert "02070803628" not in str(refused.value)
