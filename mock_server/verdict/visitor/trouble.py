"""What can go wrong on the way, as one kind of error that says what a service did."""

from enum import StrEnum


class Kind(StrEnum):
    """What happened instead of an answer."""

    UNREACHABLE = "nobody answers"
    HANGS = "it hangs"
    TOO_LARGE = "it sends too much"
    NO_HTTP = "it breaks off"
    ENDLESS = "it redirects without end"
    ELSEWHERE = "it leads elsewhere"
    NO_WAY_ON = "there is no way on"
    HUB_REFUSES = "the hub refuses"


class Trouble(Exception):
    """The visit cannot go on.

    Args:
        kind: what happened.
        told: where and how, in one sentence.
    """

    def __init__(self, kind: Kind, told: str) -> None:
        super().__init__(f"{kind}: {told}")
        self.kind = kind
        self.told = told
