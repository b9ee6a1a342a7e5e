"""Attacks on the response and its assertion."""

from tests.saml.attacks.registry import attack
from tests.saml.scene import SamlScene


@attack("replayed", "assertion_not_replayed")
def a_replayed_assertion(scene: SamlScene) -> object:
    return scene.read_response(scene.response_soap(), seen=True)
