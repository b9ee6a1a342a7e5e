"""Attacks on the artifact."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from mock_server.saml import IssuedArtifact
from mock_server.saml.artifact import new_artifact
from tests.saml.attacks.registry import attack
from tests.saml.scene import NOW, RESOLVE_ID, SamlScene, keys_of


@attack("artifact_foreign", "artifact_is_from_hub")
def an_artifact_of_another_hub(scene: SamlScene) -> object:
    return scene.sp.build_artifact_resolve(new_artifact("login.evil.pl"), resolve_id=RESOLVE_ID, now=NOW)


@attack("artifact_of_another", "artifact_issued_to")
def an_artifact_of_another_provider(scene: SamlScene) -> object:
    return redeem(scene, lambda issued: replace(issued, issued_to="https://other.example"))


@attack("artifact_of_another", "artifact_issued_to")
def an_artifact_by_a_key_that_did_not_ask(scene: SamlScene) -> object:
    return redeem(scene, lambda issued: replace(issued, certificates=(keys_of("asker").certificate,)))


@attack("artifact_used", "artifact_unused")
def an_artifact_used_twice(scene: SamlScene) -> object:
    return redeem(scene, lambda issued: replace(issued, used=True))


@attack("artifact_expired", "artifact_is_live")
def a_dead_artifact(scene: SamlScene) -> object:
    return redeem(scene, lambda issued: replace(issued, issued_at=NOW - timedelta(minutes=5)))


def redeem(scene: SamlScene, change: Callable[[IssuedArtifact], IssuedArtifact]) -> object:
    resolve = scene.resolve()
    scene.hub.require_redeemable(change(scene.issued(resolve)), resolve, now=NOW)
    return resolve
