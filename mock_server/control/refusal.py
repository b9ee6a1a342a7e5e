"""A refusal of the control API."""

from starlette.responses import JSONResponse, Response


class ControlRefused(Exception):
    """Shown as JSON: what is wrong and what to do.

    Args:
        status: whose fault it is.
        error: one sentence.
        allow: with 405, the methods that the path answers to.
    """

    def __init__(self, status: int, error: str, allow: str | None = None) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self._headers = {"Allow": allow} if allow else None

    def response(self) -> Response:
        """As it is sent."""
        return JSONResponse({"error": self.error}, self.status, self._headers)
