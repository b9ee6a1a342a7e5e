"""Faults of a decision on the phone that the page has not noticed yet."""

from ..sites.e_dowod import rules as e_dowod
from ..sites.login_mobywatel import rules as login_mobywatel
from .entry import Row, breaking
from .replacing import always

FAULTS = breaking(
    "consent.counts",
    "users expect it: a decision on the phone stands",
    Row(
        "consent.thrown_away_by_a_new_code",
        "A new code takes the place of one that the phone has just approved",
        "Who presses a moment late has given consent, and is not logged in",
        always(login_mobywatel.code_can_be_replaced, True),
    ),
    Row(
        "consent.thrown_away_by_a_new_number",
        "A new number takes the place of one that the eDO App has just confirmed",
        "Who presses a moment late has shown the card, and is not logged in",
        always(e_dowod.code_can_be_replaced, True),
    ),
)
