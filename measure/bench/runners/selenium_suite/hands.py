"""Hands on one page: an act waits until its element is there and takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from selenium.common.exceptions import (
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

T = TypeVar("T")
_PATIENCE_S, _POLL_S = 30, 0.02
_NOT_YET = (ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException)


@dataclass(frozen=True)
class Hands:
    """One window of one browser.

    Attributes:
        driver: the browser.
        window: its handle of the window.
    """

    driver: Chrome
    window: str

    def turn_to(self) -> None:
        """Go on in this window."""
        self.driver.switch_to.window(self.window)

    def open(self, address: str) -> None:
        """Go to an address."""
        self.driver.get(address)

    def take(self, xpath: str, deed: Callable[[WebElement], T]) -> T:
        """Do something with the element as soon as it is there; returns what comes of it."""
        waiting = WebDriverWait(self.driver, _PATIENCE_S, _POLL_S, _NOT_YET)
        return waiting.until(lambda driver: (deed(driver.find_element(By.XPATH, xpath)),))[0]

    def see(self, xpath: str) -> None:
        """Wait until an element is shown."""
        waiting = WebDriverWait(self.driver, _PATIENCE_S, _POLL_S, _NOT_YET)
        waiting.until(lambda driver: driver.find_element(By.XPATH, xpath).is_displayed(), f"nothing shows {xpath}")

    def see_gone(self, xpath: str) -> None:
        """Wait until there is no such element."""
        waiting = WebDriverWait(self.driver, _PATIENCE_S, _POLL_S)
        waiting.until_not(lambda driver: driver.find_elements(By.XPATH, xpath), f"there still is {xpath}")

    def click(self, xpath: str) -> None:
        """Click an element."""
        self.take(xpath, WebElement.click)

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.click(button(name))

    def follow(self, part: str, within: str = "") -> None:
        """Follow the link that has these words."""
        self.click(f"{within}//*[self::a or @role='link'][contains(normalize-space(), '{part}')]")

    def fill(self, label: str, text: str) -> None:
        """Write into the field of this label."""
        self.take(field(label), lambda element: element.send_keys(text))

    def type(self, label: str, text: str) -> None:
        """Fill the only field, and go on."""
        self.fill(label, text)
        self.press("Dalej")

    def select(self, label: str, text: str) -> None:
        """Choose from a list what reads so."""
        self.take(field(label), lambda element: Select(element).select_by_visible_text(text))


def button(name: str) -> str:
    """Where the button of this name is."""
    return f"//button[normalize-space()='{name}']"


def field(label: str) -> str:
    """Where the field of a label that begins so is."""
    return f"//*[@id=//label[starts-with(normalize-space(), '{label}')]/@for]"


def heading(text: str) -> str:
    """Where the level-one heading of exactly this text is."""
    return f"//h1[normalize-space()='{text}']"
