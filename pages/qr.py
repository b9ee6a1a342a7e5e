"""What pages have in common that show a QR code to a phone's camera."""

from typing import Self

from playwright.sync_api import Locator, expect

from pages.base import TrilingualPage


class QrPage(TrilingualPage):
    """A page with one QR code.

    Subclasses state ``qr_name``: the accessible name of its picture.
    """

    qr_name: str

    @property
    def qr(self) -> Locator:
        """The picture of the code."""
        return self.page.get_by_role("img", name=self.say(self.qr_name))

    def scroll_to_qr(self) -> Self:
        """Turn the wheel until the whole code is on the screen, for a camera sees nothing below the fold."""
        box, height = self.qr.bounding_box(), int(self.page.evaluate("innerHeight"))
        if box and not 0 <= box["y"] <= height - box["height"]:
            # a wheel turns where the mouse is, which a smaller window may have left outside
            self.page.mouse.move(box["x"] + box["width"] / 2, height / 2)
            self.page.mouse.wheel(0, box["y"] - (height - box["height"]) / 2)
        # a screen ends at a whole pixel, the picture between two
        expect(self.qr).to_be_in_viewport(ratio=0.99)
        return self
