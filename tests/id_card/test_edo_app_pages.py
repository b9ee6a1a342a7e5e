"""The pages of the eDO App, before anybody has typed anything."""

from mock_server.command.assembling import assemble
from mock_server.server.config import Config
from mock_server.web.addresses import Addresses
from tests.banks.visiting import Browser


def test_the_number_is_typed_into_an_empty_field() -> None:
    browser = Browser(assemble(Config(Addresses(scheme="https"))))
    (field,) = browser.get("https://edo-app.localhost/wpisz").page.xpath("//input[@type='text' or @inputmode]")
    assert field.get("value", "") == ""
