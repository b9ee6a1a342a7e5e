"""The holes."""

from measure.holes.of_assertions import HOLES as OF_ASSERTIONS
from measure.holes.of_messages import HOLES as OF_MESSAGES
from measure.holes.of_people import HOLES as OF_PEOPLE
from measure.holes.of_services import HOLES as OF_SERVICES

HOLES = {one.name: one for one in (*OF_MESSAGES, *OF_ASSERTIONS, *OF_PEOPLE, *OF_SERVICES)}
"""By name."""
