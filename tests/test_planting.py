"""Faults: what one planted in a world breaks, and that it is whole again afterwards."""

import pytest
from starlette.responses import Response

from mock_server.kernel.faults import (
    FailsOpen,
    Fault,
    FaultInvalid,
    Faults,
    Outage,
    PlantedError,
    Replaced,
    ResponseChanged,
    RuleFault,
    TemplateFault,
)
from mock_server.kernel.rules import replacing, rule, rules

RULE = "tests.is_even"


@rule
def is_even(number: int, *, least: int = 0) -> bool:
    return number >= least and number % 2 == 0


@pytest.fixture
def faults() -> Faults:
    return Faults()


def answers(faults: Faults) -> list[object]:
    """What the rule says of 2, of 3, and of 2 where 4 is the least."""
    with replacing(faults.replacements):
        return [is_even(2), is_even(3), is_even(2, least=4)]


TRUE = [True, False, False]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (RuleFault(RULE, "always", True), [True, True, True]),
        (RuleFault(RULE, "always", 7), [7, 7, 7]),
        (RuleFault(RULE, "always"), [None, None, None]),
        (RuleFault(RULE, "negate"), [False, True, True]),
        (Outage("login"), TRUE),
        (TemplateFault("login/methods.html", "a", "b"), TRUE),
    ],
)
def test_a_rule_answers_as_its_fault_says_until_it_is_lifted(faults: Faults, fault: Fault, told: list[object]) -> None:
    faults.plant("mine", fault)
    assert faults.planted == {"mine": fault}
    assert answers(faults) == told
    faults.lift("mine")
    assert faults.planted == {}
    assert faults.replacements == {}
    assert answers(faults) == TRUE


def test_a_rule_that_fails_names_itself(faults: Faults) -> None:
    faults.plant("mine", RuleFault(RULE, "raise"))
    with pytest.raises(PlantedError, match=rf"^{RULE}$"):
        answers(faults)


def test_a_rule_is_replaced_by_code(faults: Faults) -> None:
    faults.plant("mine", Replaced(RULE, lambda number, **_least: [is_even.true(number)]))
    assert answers(faults) == [[True], [False], [True]]
    faults.lift("mine")
    assert answers(faults) == TRUE


def test_a_failing_rule_counts_as_passed_where_failures_open_whatever_was_planted_first(faults: Faults) -> None:
    faults.plant("closed", FailsOpen(("tests.is_odd",)))
    faults.plant("broken", RuleFault(RULE, "raise"))
    with pytest.raises(PlantedError):
        answers(faults)
    faults.lift("broken")
    faults.plant("open", FailsOpen(("other.", "tests.is_")))
    assert answers(faults) == TRUE
    faults.plant("broken", RuleFault(RULE, "raise"))
    assert answers(faults) == [True, True, True]


def test_a_fault_of_no_rule_is_told_the_rules_there_are(faults: Faults) -> None:
    known = ", ".join(sorted(rules()))
    with pytest.raises(FaultInvalid) as refused:
        faults.plant("mine", RuleFault("no.rule", "negate"))
    assert str(refused.value) == f"no rule is named no.rule; known: {known}"
    assert faults.planted == {}


def test_lifting_what_is_not_planted_does_nothing(faults: Faults) -> None:
    faults.plant("mine", RuleFault(RULE, "negate"))
    faults.lift("yours")
    assert answers(faults) == [False, True, True]


def test_a_site_is_out_with_the_status_that_was_planted(faults: Faults) -> None:
    faults.plant("rule", RuleFault(RULE, "negate"))
    faults.plant("page", TemplateFault("login/methods.html", "a", "b"))
    faults.plant("out", Outage("mbank"))
    faults.plant("gone", Outage("login", 410))
    assert [faults.outage(site) for site in ("mbank", "login", "ikp")] == [503, 410, None]
    faults.lift("out")
    assert [faults.outage(site) for site in ("mbank", "login", "ikp")] == [None, 410, None]


def test_only_templates_are_changed_as_templates(faults: Faults) -> None:
    change, other = TemplateFault("login/methods.html", "a", "b"), TemplateFault("login/methods.html", "c", "d")
    faults.plant("out", Outage("mbank"))
    faults.plant("page", change)
    faults.plant("other", other)
    assert faults.template_changes() == (change, other)


def changed(response: Response) -> None:
    response.headers["X-Changed"] = "yes"


@pytest.mark.parametrize(
    ("site", "path", "told"),
    [
        ("ikp", "/recepty/1", "yes"),
        ("ikp", "/recepty/1/2", None),
        ("ikp", "/a/recepty/1", None),
        ("pz", "/recepty/1", None),
    ],
)
def test_a_response_is_changed_where_site_and_whole_path_agree(
    faults: Faults, site: str, path: str, told: str | None
) -> None:
    faults.plant("out", Outage(site))
    faults.plant("header", ResponseChanged("ikp", r"/recepty/\d", changed))
    response = Response()
    response = faults.changed(site, path, response)
    assert response.headers.get("X-Changed") == told


def test_of_two_faults_of_one_rule_the_later_decides_and_the_earlier_again_after_it(faults: Faults) -> None:
    faults.plant("first", RuleFault(RULE, "always", True))
    faults.plant("second", RuleFault(RULE, "negate"))
    assert answers(faults) == [False, True, True]
    faults.lift("second")
    assert answers(faults) == [True, True, True]
    faults.lift("first")
    assert answers(faults) == TRUE


def test_lifting_the_earlier_of_two_leaves_the_later(faults: Faults) -> None:
    faults.plant("first", RuleFault(RULE, "always", True))
    faults.plant("second", RuleFault(RULE, "negate"))
    faults.lift("first")
    assert answers(faults) == [False, True, True]


def test_a_fault_planted_again_under_its_name_takes_the_place_of_the_old_one(faults: Faults) -> None:
    faults.plant("mine", RuleFault(RULE, "always", True))
    faults.plant("other", RuleFault(RULE, "negate"))
    faults.plant("mine", RuleFault(RULE, "always", 7))
    assert answers(faults) == [7, 7, 7]
    faults.plant("mine", Outage("login"))
    assert answers(faults) == [False, True, True]
    faults.lift("other")
    assert answers(faults) == TRUE


def test_a_page_that_waits_learns_of_what_is_planted_later(faults: Faults) -> None:
    with replacing(faults.replacements):
        faults.plant("mine", RuleFault(RULE, "negate"))
        assert is_even(2) is False
        faults.lift("mine")
        assert is_even(2) is True
