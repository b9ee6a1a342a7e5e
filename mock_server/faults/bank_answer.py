"""Faults of what a bank answers to the site that sent the person."""

from datetime import timedelta

from starlette.responses import Response

from ..kernel.faults import TemplateFault
from ..kernel.rules import true
from ..sites.mojeid import rules as mojeid
from ..web import rules as web
from ..web.delegation import Ask, Identity, Outcome, give_answer, identity_of
from ..web.visit import Visit
from .entry import Row, breaking
from .replacing import always, replaced


def _by_the_register(visit: Visit, ask: Ask, outcome: Outcome, identity: Identity | None = None) -> Response:
    person = visit.world.people.by_pesel(identity.pesel) if identity else None
    told = identity_of(person, *identity.authorities) if person and identity else None
    return true(give_answer)(visit, ask, outcome, told)


FAULTS = (
    *breaking(
        "consent.complete",
        "GDPR art. 7",
        Row(
            "consent.bank_hands_over_the_register",
            "Names from the register are handed over, whatever the page of consent has listed",
            "A customer agrees to one surname, and another is passed on",
            replaced(give_answer, _by_the_register),
        ),
    ),
    *breaking(
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        Row(
            "bank.answer_replayed",
            "A bank's answer can be delivered twice",
            "Who reads the browser's traffic logs in again",
            always(web.answer_is_unused, True),
        ),
        Row(
            "bank.answer_to_another_request",
            "An answer counts for any request",
            "An old answer is slipped under a new login",
            always(web.answer_matches_ask, True),
        ),
        Row(
            "bank.answer_in_another_browser",
            "An answer counts in any browser",
            "A victim is logged in as the attacker, or the reverse",
            always(web.flow_belongs_to_browser, True),
            source="RFC 9700: login CSRF",
        ),
        Row(
            "bank.answer_for_everybody",
            "Any site can fetch a bank's answer",
            "One site takes or spoils what is meant for another",
            always(web.answer_is_for, True),
        ),
        Row(
            "bank.answer_for_ever",
            "An answer waits for ever",
            "A forgotten browser tab is worth a login",
            always(web.answer_in_time, True),
        ),
        Row(
            "bank.answer_one_second_longer",
            "An answer is fetched at the end of its time",
            "The stated time is not the real one",
            replaced(web.answer_in_time, lambda answered_at, now: now <= answered_at + timedelta(minutes=2)),
        ),
        Row(
            "bank.request_taken_up_twice",
            "A request to a bank is taken up twice",
            "Two logins live under one request",
            always(web.ask_is_unused, True),
        ),
        Row(
            "bank.consent_for_other_data",
            "A consent counts for data that were not shown",
            "Other data pass than were agreed to",
            always(mojeid.consent_is_for_what_was_shown, True),
            source="behaviour: Consent",
        ),
        Row(
            "bank.form_in_the_answer",
            "The form that brings a bank's answer back repeats what was typed",
            "The password of the bank reaches another site",
            TemplateFault(
                "web/auto_post.html",
                "<p>",
                "{% for name in request.form %}"
                "<input type='hidden' name='{{ name }}' value='{{ request.form[name] }}'>"
                "{% endfor %}<p>",
            ),
            source="behaviour: Banks; saml-bindings 3.6",
        ),
        Row(
            "bank.back_channel_is_open",
            "The back channel answers whoever asks",
            "A browser fetches the data that a bank found",
            always(web.speaks_on_back_channel, True),
            source="behaviour: Banks",
        ),
    ),
)
