"""What may be planted under a whole suite, in words: what happens, and what a test has to assert to notice it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plant:
    """Something that a right service accepts or bears.

    Attributes:
        happens: to every login.
        wanted: what some test has to assert.
        untouched: what no test does, where no login was altered by it.
    """

    happens: str
    wanted: str
    untouched: str = "lets a login come to a good end"


PLANTS: dict[str, Plant] = {
    "hub_out": Plant(
        "the hub answers every artifact with 503",
        "that somebody is in after a good login: ask a page that only they can see",
    ),
    "cancelled": Plant(
        "every login comes back as if the person had cancelled it",
        "that somebody is in after a good login: ask a page that only they can see",
    ),
    "other_person": Plant(
        "every login is somebody else's: other names, another PESEL, another date of birth",
        "who is in after a login: their PESEL and their names",
    ),
    "other_pesel": Plant(
        "every login has another PESEL of the same day and sex, and the right names",
        "the PESEL of whoever is in, or something that belongs to their account alone: names are no key",
    ),
    "odd_names": Plant(
        "every family name has an apostrophe, a hyphen and all Polish letters",
        "the whole name that is shown, letter by letter, to be that of whoever logged in",
    ),
    "other_level": Plant(
        "every login has another level, at least the one that was asked for",
        "the level that your service notes of a login",
        "logs in at a level that could be another one",
    ),
    "failed_is_in": Plant(
        "every login that failed at the hub, as by a person who cancels, ends as somebody's good one",
        "that nobody is in after a login that was cancelled",
        "lets a login fail at the hub: press Anuluj there, or ask for a level that the method does not reach",
    ),
    "slow": Plant(
        "the hub takes some seconds for every artifact",
        "how long a login may take, or what people are shown meanwhile",
    ),
}
"""By name, as the mock knows it."""
