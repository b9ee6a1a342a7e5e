"""Which stories of a choice are told, in each of its manners."""

from collections import defaultdict
from functools import partial

from e2e.second_try.choices import Choice, Option
from e2e.second_try.share import every_story, share_of_stories


def stories_of(choice: Choice, *, full: bool) -> dict[str, list[tuple[Option, Option]]]:
    """The stories of a choice that are told, by manner."""
    told = defaultdict(list)
    all_of_it, share = every_story, partial(share_of_stories, alike=choice.alike)
    for first, second, manner in (all_of_it if full else share)(choice.options, choice.manners):
        told[manner].append((first, second))
    return dict(told)
