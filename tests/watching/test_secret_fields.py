"""The oracle of fields that hide what is typed in them."""

import pytest

from e2e.watchers.secret_fields import complaints as oracle
from tests.watching.pages import complaints, page, served


@pytest.mark.parametrize(
    "field",
    [
        '<input id="pin1" name="pin1" type="password" value="">',
        '<input name="code" type="text" value="1234">',
        '<input type="hidden" name="artifact" value="abc">',
    ],
)
def test_a_field_that_is_as_it_must_be_has_no_complaint(field: str) -> None:
    assert complaints(oracle, served(page(field))) == []


@pytest.mark.parametrize(
    "field",
    [
        '<input id="pin1" name="pin1" type="text" value="">',
        '<input name="puk">',
        '<input name="code" type="password" value="">',
        '<input name="password" type="password" value="Abc">',
    ],
)
def test_a_secret_that_others_see_is_found(field: str) -> None:
    assert len(complaints(oracle, served(page(field)))) == 1
