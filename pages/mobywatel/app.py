"""The mObywatel app, screen by screen."""

import re
from typing import Self

from playwright.sync_api import FilePayload, Locator, Page, expect

from pages.base import BasePage


class AppScreen(BasePage):
    """Any screen of the opened app, with the bar at its bottom."""

    def choose_qr(self) -> "QrMenuScreen":
        """Tap the QR icon at the bottom of the screen."""
        self._dock("Kod QR")
        return QrMenuScreen(self.page)

    def choose_pushes(self) -> "PushesScreen":
        """Open the inbox of pushes."""
        self._dock("Powiadomienia")
        return PushesScreen(self.page)

    def choose_messages(self) -> "MessagesScreen":
        """Look at the SMS that came to the phone."""
        self._dock("SMS")
        return MessagesScreen(self.page)

    def expect_waiting(self, pushes: int) -> Self:
        """The badge counts the pushes that wait; where none does there is no badge."""
        name = f"Powiadomienia {pushes}" if pushes else "Powiadomienia"
        expect(self._bar.get_by_role("link", name=name, exact=True)).to_be_visible()
        return self

    def expect_told(self, news: str) -> Self:
        """The bar tells what came, and a reader announces it."""
        region = self._bar.get_by_text(news)
        expect(region).to_be_visible()
        expect(region).to_have_attribute("aria-live", "polite")
        return self

    @property
    def _bar(self) -> Locator:
        return self.page.get_by_role("navigation", name="Aplikacja")

    def _dock(self, name: str) -> None:
        self._bar.get_by_role("link", name=name).click()


class PasswordScreen(BasePage):
    """The locked app."""

    heading = "Zaloguj się do aplikacji"

    def submit_password(self, password: str) -> "HomeScreen":
        """Open the app."""
        self.submit_wrong_password(password)
        return HomeScreen(self.page)

    def submit_wrong_password(self, password: str) -> None:
        """Try a password that should not open it."""
        self.page.get_by_label("Hasło do aplikacji").fill(password)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Zaloguj się").click()


class HomeScreen(AppScreen):
    """The first screen."""

    heading = "Dokumenty"


class QrMenuScreen(AppScreen):
    """Scan or type."""

    heading = "Kod QR"

    def choose_scan(self) -> "ScanScreen":
        """Scan with the camera."""
        self.page.get_by_role("link", name="Zeskanuj kod QR").click()
        return ScanScreen(self.page)

    def choose_type(self) -> "TypeCodeScreen":
        """Type or paste."""
        self.page.get_by_role("link", name="Wpisz kod").click()
        return TypeCodeScreen(self.page)


class ScanScreen(AppScreen):
    """The camera's picture."""

    heading = "Zeskanuj kod QR"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.picture = page.get_by_label("Zdjęcie albo zrzut ekranu z kodem")

    def choose_camera(self) -> None:
        """Turn the camera on, as far as the browser lets it."""
        turn_on = self.page.get_by_role("button", name="Włącz aparat")
        expect(turn_on).to_be_visible()
        turn_on.click()

    def choose_picture(self, picture: FilePayload) -> None:
        """Choose a picture that was taken before."""
        self.picture.set_input_files(picture)

    def choose_type(self) -> "TypeCodeScreen":
        """Give up, and type."""
        self.page.get_by_role("main").get_by_role("link", name="Wpisz kod").click()
        return TypeCodeScreen(self.page)

    def submit_seen(self, text: str) -> "ConsentScreen":
        """What the camera decoded leads to the consent."""
        self.submit_refused(text)
        return ConsentScreen(self.page)

    def submit_refused(self, text: str) -> None:
        """What the camera decoded should be refused: the page stays and says why."""
        with self.page.expect_navigation():
            self.page.evaluate("text => dispatchEvent(new CustomEvent('camera', {detail: text}))", text)


class TypeCodeScreen(AppScreen):
    """A field for the code."""

    heading = "Wpisz kod"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.code = page.get_by_label("Kod", exact=True)

    def fill_from_clipboard(self) -> "TypeCodeScreen":
        """Paste."""
        self.code.focus()
        self.page.keyboard.press("ControlOrMeta+V")
        expect(self.code).not_to_be_empty()
        return self

    def fill_code(self, code: str) -> "TypeCodeScreen":
        """Type."""
        self.code.fill(code)
        return self

    def copy_all(self) -> "TypeCodeScreen":
        """Put what the field holds into the clipboard."""
        self.code.focus()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("ControlOrMeta+C")
        return self

    def submit(self) -> "ConsentScreen":
        """On to the consent."""
        self.submit_refused()
        return ConsentScreen(self.page)

    def submit_refused(self) -> None:
        """On, though the code should be refused."""
        self.page.get_by_role("button", name="Dalej").click()


class ConsentScreen(AppScreen):
    """Who asks for which data."""

    heading = "Potwierdź udostępnienie danych"

    def expect_request(self, service: str, data: dict[str, str]) -> "ConsentScreen":
        """The consent names the service and lists exactly this data."""
        expect(self.page.get_by_text(service, exact=True)).to_be_visible()
        expect(self.page.get_by_role("term")).to_have_text(list(data))
        expect(self.page.get_by_role("definition")).to_have_text(list(data.values()))
        expect(self.page.get_by_text("Data i godzina:")).to_be_visible()
        return self

    def expect_time(self, text: str) -> "ConsentScreen":
        """The consent says when the data is asked for."""
        expect(self.page.get_by_text(f"Data i godzina: {text}", exact=True)).to_be_visible()
        return self

    def expect_equal_choices(self) -> "ConsentScreen":
        """To refuse is on the screen like to approve: as tall, as legible, and the next stop of the Tab key."""
        approve, decline = (self.page.get_by_role("button", name=name) for name in ("Udostępnij dane", "Odmów"))
        expect(decline).to_be_in_viewport(ratio=1)
        for style in ("height", "font-size", "font-weight", "opacity"):
            expect(decline).to_have_css(style, approve.evaluate("(e, name) => getComputedStyle(e)[name]", style))
        approve.focus()
        self.page.keyboard.press("Tab")
        expect(decline).to_be_focused()
        return self

    def choose_decline_by_key(self) -> "DeclinedScreen":
        """Press Enter where the focus is, on the refusal."""
        self.page.keyboard.press("Enter")
        return DeclinedScreen(self.page)

    def choose_approve(self) -> "SharedScreen":
        """Share the data."""
        self.page.get_by_role("button", name="Udostępnij dane").click()
        return SharedScreen(self.page)

    def choose_decline(self) -> "DeclinedScreen":
        """Share nothing."""
        self.page.get_by_role("button", name="Odmów").click()
        return DeclinedScreen(self.page)

    def choose_approve_too_late(self) -> "NotSharedScreen":
        """Try to share, though it can no longer count."""
        self.page.get_by_role("button", name="Udostępnij dane").click()
        return NotSharedScreen(self.page)


class SharedScreen(AppScreen):
    """The data was shared."""

    heading = "Dane udostępnione"


class DeclinedScreen(AppScreen):
    """The person refused."""

    heading = "Odmówiono udostępnienia danych"


class NotSharedScreen(AppScreen):
    """The decision came too late, or twice."""

    heading = "Dane nie zostały udostępnione"


class MessagesScreen(AppScreen):
    """The SMS that came to the phone."""

    heading = "Wiadomości SMS"

    def expect_messages(self, *texts: str) -> "MessagesScreen":
        """Exactly these have come, the newest first."""
        messages = self.page.get_by_role("article")
        expect(messages).to_have_count(len(texts))
        for message, text in zip(messages.all(), texts, strict=True):
            expect(message).to_contain_text(text)
        return self


class PushesScreen(AppScreen):
    """The inbox of pushes."""

    heading = "Powiadomienia"

    def expect_empty(self) -> "PushesScreen":
        """Nothing waits."""
        expect(self.page.get_by_text("Nic nie czeka na potwierdzenie")).to_be_visible()
        return self

    def expect_listed(self, *operation_numbers: str) -> "PushesScreen":
        """These operations wait, and no other."""
        pushes = self.page.get_by_role("main").get_by_role("listitem")
        expect(pushes).to_have_text([re.compile(f"Operacja nr {number}$") for number in operation_numbers])
        return self

    def choose_push(self, operation_number: str) -> "PushScreen":
        """Open the push of one operation."""
        push = self.page.get_by_role("link").filter(has_text=f"Operacja nr {operation_number}")
        expect(push).to_be_visible()
        push.click()
        return PushScreen(self.page)


class PushScreen(AppScreen):
    """One operation that waits for approval."""

    heading = "Potwierdź operację"

    def expect_operation(self, operation: str, number: str) -> "PushScreen":
        """The push names its operation and its number."""
        expect(self.page.get_by_role("definition").first).to_have_text(operation)
        expect(self.page.get_by_role("definition").nth(1)).to_have_text(number)
        return self

    def choose_approve(self) -> "PushApprovedScreen":
        """Approve."""
        self.page.get_by_role("button", name="Zatwierdź").click()
        return PushApprovedScreen(self.page)

    def choose_decline(self) -> "PushDeclinedScreen":
        """Decline."""
        self.page.get_by_role("button", name="Odrzuć").click()
        return PushDeclinedScreen(self.page)

    def choose_approve_too_late(self) -> "PushNotConfirmedScreen":
        """Try to approve, though it can no longer count."""
        self.page.get_by_role("button", name="Zatwierdź").click()
        return PushNotConfirmedScreen(self.page)


class PushApprovedScreen(AppScreen):
    """The operation was approved."""

    heading = "Operacja zatwierdzona"


class PushDeclinedScreen(AppScreen):
    """The operation was declined."""

    heading = "Operacja odrzucona"


class PushNotConfirmedScreen(AppScreen):
    """The approval did not count."""

    heading = "Operacja nie została potwierdzona"
