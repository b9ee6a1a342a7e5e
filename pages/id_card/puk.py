"""What a locked PIN1 leads to, at the reader and in the eDO App alike."""

from ..base import BasePage, P


class PukPage(BasePage):
    """Advice, and unlocking with the PUK."""

    heading = "PIN1 jest zablokowany"

    def submit_puk(self, puk: str, then: type[P]) -> P:
        """Try to unlock: the right PUK leads back to PIN1, a wrong one to this page."""
        self.page.get_by_label("PUK", exact=True).fill(puk)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Odblokuj").click()
        return then(self.page)
