"""The server's log: one line an event, as text or as JSON, without PESEL and secrets."""

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

_TEXT = "%(asctime)s %(levelname)s %(message)s"
_JSON = "%(asctime)s %(levelname)s %(message)s %(site)s %(world)s"


def set_up_logs(form: str) -> None:
    """Write the log of the sites to standard error, as ``text`` or as ``json``."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter(_JSON, defaults={"site": None, "world": None}) if form == "json" else logging.Formatter(_TEXT)
    )
    logger = logging.getLogger("mock_server")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
