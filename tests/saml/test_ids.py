import re
from collections.abc import Callable

import pytest

from mock_server.saml.assertion import new_assertion_id
from mock_server.saml.names import new_id

UUID_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


@pytest.mark.parametrize(("new", "prefix"), [(new_id, "ID"), (new_assertion_id, "_ID")], ids=["message", "assertion"])
def test_every_id_is_another_and_of_the_hubs_form(new: Callable[[], str], prefix: str) -> None:
    made = {new() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(f"{prefix}-{UUID_4}", name) for name in made)
