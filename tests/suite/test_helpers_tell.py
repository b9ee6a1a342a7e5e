"""What a helper of stories asserts tells its values as a test's own does: on a red day they are all that is known."""

import httpx
import pytest

from e2e.saml.asking import expect_taken


def test_an_assertion_of_a_helper_tells_its_values() -> None:
    with pytest.raises(AssertionError, match="assert 400 == "):
        expect_taken(httpx.Response(400))
