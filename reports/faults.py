"""Whose fault a test that did not pass tells of: read from its status, its message, its trace and its labels."""

import re
from collections.abc import Mapping
from enum import StrEnum

from fixtures.blocked import BLOCKED_BY


class Fault(StrEnum):
    """Who has to look."""

    PRODUCT = "product fault"
    ENVIRONMENT = "environment fault"
    TEST = "test fault"
    BLOCKED = "blocked"
    STOPPED = "stopped"


_STOPPED = re.compile(r"The run was stopped|collected and never began|KeyboardInterrupt")
_ENVIRONMENT = re.compile(
    r"ERR_(CONNECTION|NAME|NETWORK|EMPTY_RESPONSE|TIMED_OUT|ADDRESS)|NS_ERROR_(CONNECTION|NET|UNKNOWN_HOST)"
    r"|ECONNREFUSED|ECONNRESET|ConnectionError|ConnectionRefused|ConnectionReset|BrokenPipe|RemoteProtocolError"
    r"|(Connect|Read|Write|Pool)(Error|Timeout)|(goto|reload|go_back|wait_for_url|wait_for_load_state): Timeout"
    r"|waiting for navigation|BrowserMissing|BrowserType\.(launch|connect)|Executable doesn't exist"
    r"|(Target|browser|Browser|Page) .*(closed|crashed)|left no result|worker '?gw\d+'? crashed"
    r"|No space left|MemoryError|Timeout \(?>\d|DriverMissing|[Ss]erver .*(did not|does not) (start|answer)"
)
_SEEN_ON_A_PAGE = re.compile(r"^(AssertionError|assert |Failed: |playwright\.|.*\bExceptionGroup\b)")
_OUR_CODE = re.compile(r"^(fixtures|pages|e2e)[\\/][^\s:]+:\d+: (\w+(\.\w+)*)", re.MULTILINE)


def fault_of(status: str, message: str, trace: str, labels: Mapping[str, str]) -> Fault | None:
    """Whose fault it is; None where the test passed or was left out for a reason.

    What a page lacks or says wrongly is the product's. Who does not answer, or answers too late for a page to open, is
    the environment's. An error of our own code that is no expectation of a page is the test's.
    """
    if BLOCKED_BY in labels:
        return Fault.BLOCKED
    if status in {"passed", "skipped"}:
        return None
    if _STOPPED.search(message):
        return Fault.STOPPED
    if _ENVIRONMENT.search(message):
        return Fault.ENVIRONMENT
    if status == "failed" or _SEEN_ON_A_PAGE.match(message):
        return Fault.PRODUCT
    return Fault.TEST if _OUR_CODE.search(trace) or status == "broken" else Fault.STOPPED
