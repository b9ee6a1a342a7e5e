"""What a browser downloads, wherever it runs."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, Page


def downloaded(page: Page, link: Locator) -> bytes:
    """What this link downloads; a browser elsewhere has to hand it over first."""
    with page.expect_download() as download:
        link.click()
    with TemporaryDirectory() as folder:
        file = Path(folder, "download")
        download.value.save_as(file)
        return file.read_bytes()
