"""Faults of authorising: who decides about whose data, whom one can name, and on which terms."""

from ..kernel.faults import TemplateFault
from ..shared.patient import rules
from .entry import Row, breaking
from .replacing import always, replaced

_FACTS = "facts: “Uprawnienia”: by name and PESEL, from the day of granting or later, with or without an end"
_PARENTS = "facts: one parent can authorise the other for the child"
_OWN = "ASVS 5.0, 8.2; WSTG-ATHZ-04"
_OF_AGE = "Kodeks cywilny, art. 112; the account is the child's alone"

FAULTS = (
    *breaking(
        "account.for_whom",
        _OWN,
        Row(
            "account.anybody_decides",
            "Everybody can authorise for everybody",
            "A stranger lets themselves in",
            always(rules.may_authorise_for, True),
        ),
        Row(
            "account.parent_decides_about_a_grown_up",
            "A parent goes on deciding about the data of a child that has come of age",
            "A grown-up's data are given away by a parent",
            replaced(
                rules.may_authorise_for, lambda owner, acting, children, *, minor: owner in children or owner == acting
            ),
            source=_OF_AGE,
        ),
        Row(
            "account.parent_decides_nothing",
            "A parent cannot authorise anybody for a child",
            "The other parent cannot look after the child",
            replaced(rules.may_authorise_for, lambda owner, acting, children, *, minor: owner == acting and not minor),
            source=_PARENTS,
        ),
        Row(
            "account.adult_decides_nothing",
            "An adult cannot authorise anybody for their own data",
            "Nobody can help who is ill",
            replaced(rules.may_authorise_for, lambda owner, acting, children, *, minor: owner in children and minor),
        ),
        Row(
            "account.minor_decides",
            "A minor authorises as an adult does",
            "A child is talked into giving its data away",
            replaced(
                rules.may_authorise_for,
                lambda owner, acting, children, *, minor: owner == acting or (owner in children and minor),
            ),
            source="our choice",
        ),
        Row(
            "account.parents_word_for_ever",
            "What a parent granted goes on after the child has come of age",
            "A grown-up's data are read by whom they never authorised",
            always(rules.word_counts, True),
            source=_OF_AGE,
        ),
        Row(
            "account.parents_word_for_nothing",
            "What a parent granted for a child opens nothing",
            "The other parent cannot look after the child",
            replaced(rules.word_counts, lambda granted_by, owner, *, minor: granted_by == owner),
            source=_PARENTS,
        ),
        Row(
            "account.own_word_ends_with_the_childhood",
            "What somebody granted for themselves counts as long as they are a minor",
            "No adult's authorisation opens anything",
            replaced(rules.word_counts, lambda granted_by, owner, *, minor: minor),
        ),
    ),
    *breaking(
        "account.named",
        _FACTS,
        Row(
            "account.any_name",
            "The PESEL alone says whom one authorises",
            "A mistyped PESEL lets a stranger in",
            always(rules.names_agree, True),
        ),
        Row(
            "account.any_beginning_of_a_name",
            "A name agrees with each that begins with it",
            "A mistyped PESEL lets a stranger in",
            replaced(
                rules.names_agree, lambda typed, registered: registered.casefold().startswith(typed.casefold()[:1])
            ),
        ),
        Row(
            "account.name_in_capitals_is_another",
            "A name agrees only with the same capitals",
            "Who types as one does on a phone cannot authorise anybody",
            replaced(rules.names_agree, lambda typed, registered: typed == registered),
            source="our choice",
        ),
        Row(
            "account.authorising_oneself",
            "One's own PESEL is not noticed",
            "The page breaks where it should say whose PESEL this is",
            always(rules.is_somebody_else, True),
            source="users expect it",
        ),
        Row(
            "account.nobody_is_somebody_else",
            "Everybody is told that this is their own PESEL",
            "Nobody can be authorised",
            always(rules.is_somebody_else, False),
        ),
        Row(
            "account.two_rights_at_a_time",
            "The same person can be authorised twice",
            "Who withdraws one authorisation leaves the other",
            always(rules.is_authorised_already, False),
            source="our choice",
        ),
        Row(
            "account.one_person_at_a_time",
            "Who has authorised somebody cannot authorise another",
            "Of two carers only one can help",
            replaced(rules.is_authorised_already, lambda authorised, has_right: bool(has_right)),
        ),
        Row(
            "account.unknown_person_not_told",
            "What is wrong with the PESEL is not told",
            "The form comes back, and nobody knows why",
            TemplateFault("patient/authorise.html", 'error=errors.get("pesel")', "error=None"),
            source="WCAG 3.3.1",
        ),
    ),
    *breaking(
        "account.terms",
        _FACTS,
        Row(
            "account.right_from_the_past",
            "An authorisation can begin on a day that is past",
            "It looks as if somebody had been authorised long ago",
            always(rules.can_begin, True),
        ),
        Row(
            "account.right_from_tomorrow",
            "An authorisation can begin tomorrow at the earliest",
            "Who is ill today is helped tomorrow",
            replaced(rules.can_begin, lambda first_day, today, begins: first_day > today or first_day == begins),
        ),
        Row(
            "account.running_right_cannot_be_changed",
            "An authorisation that has begun cannot keep its first day when it changes",
            "A person who wants to narrow the scope is sent to another field",
            replaced(rules.can_begin, lambda first_day, today, begins: first_day >= today),
        ),
        Row(
            "account.right_ends_before_it_begins",
            "A last day before the first is not noticed in time",
            "The page breaks where it should say what is wrong",
            always(rules.can_end, True),
        ),
        Row(
            "account.running_right_ends_in_the_past",
            "A change can set a last day that is past",
            "A person does not see that withdrawing was meant",
            replaced(rules.can_end, lambda first_day, last_day, today: last_day >= first_day),
        ),
        Row(
            "account.right_for_no_single_day",
            "An authorisation of a single day is refused",
            "A person gives more than they want to",
            replaced(rules.can_end, lambda first_day, last_day, today: last_day > max(first_day, today)),
        ),
    ),
)
