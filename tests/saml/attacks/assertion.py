"""Attacks by what an assertion says beside its times and addresses: conditions, moments and the person."""

from datetime import timedelta

from tests.saml.attacks.registry import SECOND, attack, replaced_in_assertion
from tests.saml.scene import NOW, SamlScene

RESTRICTION = "</saml2:AudienceRestriction>"
LATE = NOW + timedelta(minutes=2)


@attack("condition", "condition_is_known")
def a_condition_that_nobody_knows(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, RESTRICTION, f'{RESTRICTION}<saml2:Condition xsi:type="saml2:Strict"/>')


@attack("issue_instant", "answer_is_of_now")
def an_answer_from_before_the_question(scene: SamlScene) -> object:
    assertion = scene.assertion().replace(b'AuthnInstant="2026-11-22T12:00', b'AuthnInstant="2026-11-22T12:02')
    return scene.read_response(scene.soap_around(assertion), LATE, asked_at=NOW + scene.sp.skew + SECOND)


@attack("authn_instant", "person_logged_in_anew")
def a_login_from_before_the_question(scene: SamlScene) -> object:
    assertion = scene.assertion().replace(b'AuthnInstant="2026-11-22T12:00', b'AuthnInstant="2026-11-22T11:58')
    return scene.read_response(scene.soap_around(assertion), asked_at=NOW)


@attack("outside_time", "hub_session_goes_on")
def a_login_whose_session_is_over(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, " SessionIndex", ' SessionNotOnOrAfter="2026-11-22T12:00:00Z" SessionIndex')


@attack("pesel", "pesel_check_digit_agrees")
def a_pesel_that_nobody_has(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, "02070803628", "02070803629")


@attack("pesel", "pesel_is_of_birth_date")
def a_pesel_of_somebody_born_on_another_day(scene: SamlScene) -> object:
    return replaced_in_assertion(scene, "1902-07-08Z", "1902-07-09Z")
