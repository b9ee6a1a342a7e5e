"""The pages of the eDO App, before anybody has typed anything."""

from mock_server.app import MockServer
from mock_server.house import Wishes
from mock_server.web.addresses import Addresses
from tests.banks.visiting import Browser


def test_the_number_is_typed_into_an_empty_field() -> None:
    browser = Browser(MockServer(Wishes(Addresses(scheme="https"))))
    (field,) = browser.get("https://edo-app.localhost/wpisz").page.xpath("//input[@type='text' or @inputmode]")
    assert field.get("value", "") == ""
