"""All that a site keeps, for faults that reach further than the site does."""

from typing import TypeVar

from ..web.flow import Flow, Flows
from ..web.session import Session, Sessions

F = TypeVar("F", bound=Flow)
S = TypeVar("S", bound=Session)


def all_flows(flows: Flows[F]) -> list[F]:
    """Everybody's logins under way, in the order in which they began."""
    return list(flows._by_id.values())


def all_sessions(sessions: Sessions[S]) -> list[S]:
    """Everybody's sessions, in the order in which they began."""
    return list(sessions._by_id.values())
