"""The files of a site: stylesheets, scripts and pictures."""

from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope


class Files(StaticFiles):
    """Serves a folder as part of a site.

    Args:
        site: the site's name.
        folder: what is served.
    """

    def __init__(self, site: str, folder: Path) -> None:
        super().__init__(directory=folder)
        self._site = site

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, as the faults of the world would have it."""
        response = await super().get_response(path, scope)
        changed: Response = scope["world"].faults.changed(self._site, scope["path"], response)
        return changed
