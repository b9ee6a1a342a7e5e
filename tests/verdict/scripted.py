"""The example provider as a page of scripts: without them nobody finds the way in, or sees who is there."""

import json
from base64 import b64encode
from http import HTTPStatus
from secrets import token_urlsafe
from urllib.parse import urlsplit

from examples.provider.server import _BROWSER, _Handler

_SHELL = b"""<!doctype html><html lang="pl"><meta charset="utf-8"><title>Serwis</title><main></main><script>
const main = document.querySelector("main");
const button = (text, act) => { const one = document.createElement("button"); one.textContent = text; one.onclick = act;
    main.append(one); };
async function logIn() {
    const begun = await (await fetch("/zaloguj", {method: "POST"})).json();
    const form = Object.assign(document.createElement("form"), {method: "post", action: begun.address});
    for (const name of ["SAMLRequest", "RelayState"])
        form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value: begun[name]}));
    document.body.append(form); form.submit();
}
async function logOut(token) {
    await fetch("/wyloguj", {method: "POST", body: new URLSearchParams({token})}); location.reload();
}
(async () => {
    const who = await (await fetch("/kto")).json();
    if (who.pesel) { main.textContent = `PESEL: ${who.pesel}`; button("Wyloguj", () => logOut(who.token)); }
    else button("Zaloguj", logIn);
})();
</script></html>"""


class Scripted(_Handler):
    """Shows a shell, which asks for everything else."""

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        match urlsplit(self.path).path:
            case "/":
                self._bare("text/html; charset=utf-8", _SHELL)
            case "/kto":
                session = self._session()
                who = {"pesel": session.login.person.pesel, "token": session.token} if session else {}
                self._bare("application/json", json.dumps(who).encode())
            case _:
                super().do_GET()

    def _begin(self) -> None:
        browser = self._cookie(_BROWSER) or token_urlsafe()
        request, relay_state = self.desk.begin(browser)
        begun = {
            "address": self.desk.hub.sso_url,
            "SAMLRequest": b64encode(request).decode(),
            "RelayState": relay_state,
        }
        self._send(HTTPStatus.OK, "application/json", json.dumps(begun).encode(), {_BROWSER: browser})

    def _bare(self, media_type: str, content: bytes) -> None:
        """Without the policy of the example's pages, which lets no script of this one run."""
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", media_type), ("Cache-Control", "no-store")):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
