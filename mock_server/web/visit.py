"""A visit: one request to one site in one world, and the ways to answer it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from ..kernel.journal import Entry
from ..kernel.secret import is_opaque_id, opaque_id
from ..kernel.world import World
from .addresses import Addresses, Place
from .titles import titled
from .token import shows_token

if TYPE_CHECKING:
    from ..saml.keyring import Keyring
    from .back_channel import BackChannel
    from .services import Services
    from .site import Site

BROWSER_COOKIE = "__Host-browser"


class Visit:
    """What a route is given. Cookies set here travel with whatever response the route returns.

    Attributes:
        body: what the request carries, read already; at most a little more than the limit of `content`.
        form: the same as fields by name, if it is a form.
    """

    def __init__(self, request: Request, site: "Site") -> None:
        self.request = request
        self.site = site
        self.body = b""
        self.form: Mapping[str, str] = {}
        self.world: World = request.scope["world"]
        self.services: Services = request.scope["services"]
        self._cookies: dict[str, tuple[str | None, Literal["lax", "none"]]] = {}

    @property
    def addresses(self) -> Addresses:
        """How browsers reach the sites."""
        return self.services.addresses

    @property
    def back_channel(self) -> "BackChannel":
        """The way to other sites without the browser."""
        return self.services.back_channel

    @property
    def keyring(self) -> "Keyring":
        """The keys of the systems of this process."""
        return self.services.keyring

    @property
    def now(self) -> datetime:
        """The world's time."""
        return self.world.clock.now()

    @property
    def bare_world(self) -> str | None:
        """Where this world is on the bare host, as an address for servers, if the visit came that way.

        The scheme is the request's, except at the public host, before which a proxy may speak TLS.
        """
        if not self.request.scope.get("by_path"):
            return None
        host = self.request.headers.get("host", "")
        scheme = self.addresses.scheme if host == self.addresses.public_host else self.request.url.scheme
        return f"{scheme}://{host}/worlds/{self.world.name}"

    @property
    def came_by_the_nodes_name(self) -> bool:
        """Whether the client has the name of the real node built in; other sites answer to this one's own name."""
        host = self.request.headers.get("host", "")
        return not self.request.scope.get("by_path") and self.addresses.place(host) is None

    @property
    def origin_asked(self) -> str:
        """Scheme, host and port as the request names them."""
        return f"{self.request.url.scheme}://{self.request.headers.get('host', '')}"

    @property
    def may_steer(self) -> bool:
        """Whether the request carries the token of the control API, where one is asked for."""
        return shows_token(self.request.headers.get("authorization"), self.services.token)

    def param(self, name: str) -> str:
        """A part of the path."""
        value: str = self.request.path_params[name]
        return value

    def query(self, name: str) -> str:
        """A value after the question mark, or an empty string."""
        return self.request.query_params.get(name, "")

    def field(self, name: str) -> str:
        """What was typed into a field, without surrounding blanks; an empty string if it was not sent."""
        return self.form.get(name, "").strip()

    @property
    def here(self) -> str:
        """The address of the page that answers, for a link that comes back to it; the site's start where it has none.

        What answers a form has the form's address, behind which there may be no page.
        """
        path: str = self.request.scope["path"]
        if self.request.method == "GET":
            query = self.request.url.query
            return f"{path}?{query}" if query else path
        return path if "GET" in self.site.methods_at({**self.request.scope, "method": "GET"}) else "/"

    def url(self, site: str, path: str = "/") -> str:
        """The browser's address of another site of this world."""
        return self.addresses.url(Place(site, self.world.name), path)

    def cookie(self, name: str) -> str | None:
        """What the browser sent, or what this visit has set."""
        if name in self._cookies:
            return self._cookies[name][0]
        return self.request.cookies.get(name)

    def set_cookie(self, name: str, value: str, same_site: Literal["lax", "none"] = "lax") -> None:
        """Set a host-only, HttpOnly, Secure cookie that ends with the browser."""
        self._cookies[name] = (value, same_site)

    def delete_cookie(self, name: str) -> None:
        """Take a cookie back."""
        self._cookies[name] = (None, "lax")

    @property
    def known_browser(self) -> str | None:
        """The browser's mark at this site, if it has one; it is kept, so what no site of ours gave is none."""
        mark = self.cookie(BROWSER_COOKIE)
        return mark if mark and is_opaque_id(mark) else None

    def mark_browser(self) -> str:
        """The browser's mark at this site, given now if it has none.

        It must survive a POST from another site, hence SameSite=None.
        """
        mark = self.known_browser
        if mark is None:
            mark = opaque_id()
            self.set_cookie(BROWSER_COOKIE, mark, same_site="none")
        return mark

    def write(self, event: str, /, **details: str) -> Entry:
        """Tell the journal what happened here."""
        return self.world.journal.write(Entry(self.now, self.site.name, event, details))

    def tell_forgotten(self, what: str, kept: int) -> None:
        """Tell the journal what had to go so that this visit's could be kept."""
        self.write(f"oldest {what} forgotten", kept=str(kept))

    def render(self, template: str, *, status: int = 200, **context: Any) -> Response:  # noqa: ANN401
        """A page of this site."""
        page = titled(status, self.site.templates.render(self, template, context))
        return HTMLResponse(page, status_code=status)

    def redirect(self, address: str) -> Response:
        """Send the browser on with a GET."""
        return RedirectResponse(address, status_code=303)

    def pass_on(self, address: str) -> Response:
        """Have the browser send the same request to another address (RFC 9110, 15.4.8)."""
        query = self.request.url.query
        return RedirectResponse(f"{address}?{query}" if query else address, status_code=307)

    def auto_post(self, address: str, /, *, behind: str, **fields: str) -> Response:
        """A form to another site that sends itself (and has a button where scripts are off).

        Args:
            address: where the form goes.
            behind: the path that Back shows where a browser keeps a place in its history for this page.
            **fields: what the form carries.
        """
        return self.render("auto_post.html", address=address, behind=behind, fields=fields)

    def json(self, content: object, status: int = 200) -> Response:
        """A machine's answer."""
        return JSONResponse(content, status_code=status)

    def apply_cookies(self, response: Response) -> None:
        """Put what this visit set onto the response."""
        for name, (value, same_site) in self._cookies.items():
            if value is None:
                response.delete_cookie(name, path="/", secure=True, httponly=True, samesite=same_site)
            else:
                response.set_cookie(name, value, path="/", secure=True, httponly=True, samesite=same_site)
