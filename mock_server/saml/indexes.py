"""The number by which metadata and a request name an address (xs:unsignedShort, saml-metadata 2.2.3)."""

import re

HIGHEST = 65535
_NUMBER = re.compile(r"[ \t\r\n]*\+?0*([0-9]{1,5})[ \t\r\n]*")


def index_of(text: str) -> str | None:
    """The number without leading zeros and white space, or None if it is none from 0 to `HIGHEST`."""
    written = _NUMBER.fullmatch(text)
    return written[1] if written and int(written[1]) <= HIGHEST else None
