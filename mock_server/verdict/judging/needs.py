"""Why an answer says nothing of a service that lacks what it needs."""

from ...check.answer import Answer, Need
from ...shared.federation import SITES_BY_ISSUER
from ..visitor.asked import Asked


def why_not(answer: Answer, asked: Asked, mock_url: str) -> str | None:
    """Why it is not sent; None where it is. What only the mock knows, it refuses itself.

    Args:
        answer: of the table.
        asked: the request of this login.
        mock_url: where the mock is.
    """
    if Need.LEVEL in answer.needs and asked.level == "low":
        return "the service asks for no more than the level low"
    if Need.HTTPS in answer.needs and not mock_url.startswith("https:"):
        return "the service reaches the hub by http"
    if Need.CLOCK in answer.needs and asked.issuer not in SITES_BY_ISSUER:
        return "the service lives in real time, and nobody waits that long"
    return None
