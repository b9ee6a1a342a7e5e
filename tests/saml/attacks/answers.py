"""Attacks that are answers: out of the table of hostile answers, read by our own provider."""

from mock_server.check.deeds.all import DEEDS
from mock_server.check.made import make
from tests.check.scene import login_of
from tests.saml.attacks.registry import ATTACKS, Attack, Run
from tests.saml.scene import SamlScene

OUT_OF_THE_TABLE = {
    "an_artifact_response_of_another_hub": ("addr.issuer_a", "issuer", "issuer_is_expected"),
    "a_response_of_another_hub": ("addr.issuer_r", "issuer", "issuer_is_expected"),
    "an_assertion_of_another_hub": ("addr.issuer_t", "issuer", "issuer_is_expected"),
    "a_response_for_another_address": ("addr.dest_r", "destination", "destination_is_ours"),
    "an_artifact_response_to_another_resolve": ("bind.a_irt_unknown", "in_response_to", "in_response_to_matches"),
    "a_response_to_another_request": ("bind.r_irt_unknown", "in_response_to", "in_response_to_matches"),
    "an_unsolicited_response": ("bind.r_irt_missing", "in_response_to", "in_response_to_matches"),
    "an_assertion_for_another_request": ("bind.scd_irt_unknown", "in_response_to", "in_response_to_matches"),
    "an_unsolicited_assertion": ("bind.scd_irt_missing", "in_response_to", "in_response_to_matches"),
    "a_huge_message": ("parse.deep:attribute", "too_large", "document_is_small_enough"),
    "a_dtd": ("parse.dtd", "document_type", "document_type_is_absent"),
    "a_failure_that_carries_an_assertion": ("status.fail_with_e:both", "status_not_success", "status_is_success"),
    "an_assertion_encrypted_for_another_provider": ("enc.party_v", "key_agreement_foreign", "key_agreed_between_us"),
    "an_assertion_not_for_its_bearer": (
        "addr.confirm_method:sender_vouches", "confirmation", "confirmation_is_bearer",
    ),
    "an_assertion_for_another_audience": ("addr.aud_other", "audience", "audience_is_ours"),
    "an_assertion_for_another_recipient": ("addr.recipient_other", "recipient", "recipient_is_ours"),
    "an_assertion_from_the_future": ("time.cond_early", "outside_time", "assertion_within_time"),
    "an_expired_assertion": ("time.cond_over", "outside_time", "assertion_within_time"),
    "an_expired_confirmation": ("time.scd_over", "outside_time", "assertion_within_time"),
    "a_lower_level_than_asked": ("person.level_low", "level_too_low", "level_is_enough"),
    "an_unsigned_response": ("sig.none", "unsigned", "verify_signature"),
    "a_response_signed_by_a_stranger": ("sig.foreign_cert", "certificate_foreign", "certificate_is_registered"),
    "a_response_altered_after_signing": ("wrap.plain_beside", "signature_invalid", "signature_is_genuine"),
}  # fmt: skip
"""By name: how the table calls it, how it is refused, and the one rule or seam that stands in its way."""


def reading(send: str) -> Run:
    def run(scene: SamlScene) -> object:
        return scene.read_response(make(login_of(scene), DEEDS[send]).soap)

    return run


ATTACKS.extend(Attack(name, code, guard, reading(send)) for name, (send, code, guard) in OUT_OF_THE_TABLE.items())
