from datetime import date

import pytest

from mock_server.kernel.people import IdCard


@pytest.fixture
def card() -> IdCard:
    return IdCard(number="DAB123456", can="012345", pin1="0123", puk="01234567", valid_until=date(2031, 5, 10))
