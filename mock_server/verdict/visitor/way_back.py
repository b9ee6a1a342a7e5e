"""At the hub: somebody is identified without pages, and the form that leads back to the service is held."""

from urllib.parse import urlencode

from .asked import Asked
from .page import Form
from .trouble import Kind, Trouble
from .visitor import Visitor


async def be_identified(visitor: Visitor, asked: Asked, pesel: str, token: str | None = None) -> Form:
    """Let the hub identify a person at the level asked for.

    Args:
        visitor: whose browser carries the request.
        asked: the request.
        pesel: whose login it is.
        token: of the control API, if it wants one.

    Returns:
        The form that the hub's page would send to the service.

    Raises:
        Trouble: the hub refuses the request, or answers nothing that leads back.
    """
    if not visitor.fetcher.reach.is_hub(asked.form.action):
        raise Trouble(Kind.ELSEWHERE, f"the request goes to {asked.form.action[:120]}, not to the mock's hub")
    silent = urlencode({"login_as": pesel, "method": "id_card", "level": asked.level})
    joined = "&" if "?" in asked.form.action else "?"
    to_hub = Form("POST", f"{asked.form.action}{joined}{silent}", asked.form.fields)
    may_steer = {"Authorization": f"Bearer {token}"} if token else {}
    page = await visitor.send(to_hub, asked.page.address, may_steer)
    back = next((form for form in page.forms if form.has("SAMLart", "SAMLResponse")), None)
    if back is None:
        raise Trouble(Kind.HUB_REFUSES, f"{page.answered.status}, “{page.text[:600]}”")
    return back
