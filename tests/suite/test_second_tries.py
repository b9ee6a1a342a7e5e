"""Which stories of second tries are told by default, and that every story is told in the long lane."""

from itertools import product

import pytest

from e2e.second_try.choices import CHOICES, Choice
from e2e.second_try.share import every_story, share_of_stories
from e2e.second_try.stories import stories_of
from measure.nightly.lanes import LANES

OPTIONS = ("a", "b", "c", "d", "e")
MANNERS = ("back", "tabs", "late")
NAMES = [pytest.param(choice, id=choice.name.replace(" ", "_")) for choice in CHOICES]


@pytest.mark.parametrize("size", range(1, 6))
def test_the_share_meets_every_option_first_and_second_in_every_manner(size: int) -> None:
    options = OPTIONS[:size]
    told = list(share_of_stories(options, MANNERS))
    wanted = sorted(product(options, MANNERS))
    assert sorted((first, manner) for first, _, manner in told) == wanted
    assert sorted((second, manner) for _, second, manner in told) == wanted
    assert size == 1 or all(first != second for first, second, _ in told)


def test_in_the_share_an_option_is_met_beside_another_one_in_each_manner() -> None:
    told = list(share_of_stories(OPTIONS, MANNERS))
    assert len({(first, second) for first, second, _ in told}) == len(OPTIONS) * len(MANNERS)


@pytest.mark.parametrize("size", range(1, 9))
def test_of_options_that_are_alike_each_is_first_once_and_second_once_and_every_manner_is_met(size: int) -> None:
    options = "abcdefgh"[:size]
    told = list(share_of_stories(options, MANNERS, alike=True))
    assert sorted(first for first, _, _ in told) == sorted(second for _, second, _ in told) == list(options)
    assert len({manner for _, _, manner in told}) == min(size, len(MANNERS))


def test_the_whole_table_has_every_option_after_every_other_and_after_itself() -> None:
    told = list(every_story(OPTIONS, MANNERS))
    assert sorted(told) == sorted(product(OPTIONS, OPTIONS, MANNERS))


@pytest.mark.parametrize("choice", NAMES)
def test_the_share_of_a_choice_is_part_of_its_whole_table(choice: Choice) -> None:
    share, whole = stories_of(choice, full=False), stories_of(choice, full=True)
    assert share.keys() == whole.keys() == set(choice.manners)
    met = [option for stories in share.values() for story in stories for option in story]
    assert {option.name for option in met} == {option.name for option in choice.options}
    for manner, stories in share.items():
        assert choice.alike or len(stories) == len(choice.options)
        assert set(stories) <= set(whole[manner])
        assert len(whole[manner]) == len(choice.options) ** 2


def test_the_long_lane_tells_the_whole_table(pytestconfig: pytest.Config) -> None:
    (lane,) = [lane for lane in LANES if lane.name == "second-tries"]
    *_, output = lane.arguments
    told = list(lane.arguments[2:])
    wanted = pytestconfig._parser.parse_known_args(told, namespace=None)
    assert wanted.second_try == "full"
    assert wanted.file_or_dir == ["e2e/second_try"]
    assert output.endswith("second-tries.xml")
