"""Faults of what a bank answers to the site that sent the person."""

from datetime import timedelta

from ..kernel.faults import RuleFault, RuleReplaced, TemplateFault
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "bank.answer_replayed",
        "A bank's answer can be delivered twice",
        "Who reads the browser's traffic logs in again",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleFault("web.answer_is_unused", "always", True),
    ),
    CataloguedFault(
        "bank.answer_to_another_request",
        "An answer counts for any request",
        "An old answer is slipped under a new login",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleFault("web.answer_matches_ask", "always", True),
    ),
    CataloguedFault(
        "bank.answer_in_another_browser",
        "An answer counts in any browser",
        "A victim is logged in as the attacker, or the reverse",
        "bank.answer",
        "RFC 9700: login CSRF",
        RuleFault("web.flow_belongs_to_browser", "always", True),
    ),
    CataloguedFault(
        "bank.answer_for_everybody",
        "Any site can fetch a bank's answer",
        "One site takes or spoils what is meant for another",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleFault("web.answer_is_for", "always", True),
    ),
    CataloguedFault(
        "bank.answer_for_ever",
        "An answer waits for ever",
        "A forgotten browser tab is worth a login",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleFault("web.answer_in_time", "always", True),
    ),
    CataloguedFault(
        "bank.answer_one_second_longer",
        "An answer is fetched at the end of its time",
        "The stated time is not the real one",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleReplaced(
            "web.answer_in_time", lambda _: lambda answered_at, now: now <= answered_at + timedelta(minutes=2)
        ),
    ),
    CataloguedFault(
        "bank.request_taken_up_twice",
        "A request to a bank is taken up twice",
        "Two logins live under one request",
        "bank.answer",
        "SAML artifact profile: one-time, bound references",
        RuleFault("web.ask_is_unused", "always", True),
    ),
    CataloguedFault(
        "bank.consent_for_other_data",
        "A consent counts for data that were not shown",
        "Other data pass than were agreed to",
        "bank.answer",
        "behaviour: Consent",
        RuleFault("mojeid.consent_is_for_what_was_shown", "always", True),
    ),
    CataloguedFault(
        "bank.form_in_the_answer",
        "The form that brings a bank's answer back repeats what was typed",
        "The password of the bank reaches another site",
        "bank.answer",
        "behaviour: Banks; saml-bindings 3.6",
        TemplateFault(
            "web/auto_post.html",
            "<p>Za",
            "{% for name in request.form %}"
            "<input type='hidden' name='{{ name }}' value='{{ request.form[name] }}'>"
            "{% endfor %}<p>Za",
        ),
    ),
    CataloguedFault(
        "bank.back_channel_is_open",
        "The back channel answers whoever asks",
        "A browser fetches the data that a bank found",
        "bank.answer",
        "behaviour: Banks",
        RuleFault("web.speaks_on_back_channel", "always", True),
    ),
)
