"""Whatever a leg of the table names can be filled in, and an artifact is altered where it is said to be."""

from base64 import b64decode

from mock_server.check.answers import ANSWERS
from mock_server.saml.artifact import new_artifact
from mock_server.verdict.judging.artifacts import altered
from mock_server.verdict.judging.scripts import BY_ID
from mock_server.verdict.judging.values import names_in

KNOWN = {
    "artifact", "relay_state", "other_artifact", "other_relay_state", "evil", "evil_host", "100_kB", "1_MB",
    "forged", "genuine", "own", "bomb", "artifact_of_another_provider", *altered(""),
}  # fmt: skip


def test_every_leg_names_what_is_known() -> None:
    legs = [leg for answer in ANSWERS.values() if answer.id not in BY_ID for _, leg in answer.legs]
    assert legs
    assert {name for leg in legs for name in names_in(leg)} <= KNOWN


def test_an_artifact_is_altered_in_one_place() -> None:
    artifact = new_artifact("hub.example")
    plain, made = b64decode(artifact), {name: b64decode(value) for name, value in altered(artifact).items()}
    assert (len(made["artifact_43"]), len(made["artifact_45"])) == (43, 45)
    places = {
        name: [place for place in range(44) if value[place] != plain[place]]
        for name, value in made.items()
        if len(value) == 44
    }
    assert places["artifact_type_3"] == [1]
    assert places["artifact_altered"] == [43]
    assert set(places["artifact_of_another_hub"]) <= set(range(4, 24))
    assert places["artifact_of_another_hub"]
