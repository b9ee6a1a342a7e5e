"""Logging out: here, in a copy of the browser, in another one, and at the hub."""

from dataclasses import replace

from ..judging.people import Cast
from ..judging.scene import Scene
from ..visitor.page import Form
from . import logout_signs
from .look import Look, Sign, look
from .session_signs import Entered


async def look_at(scene: Scene, entered: Entered) -> list[Look]:
    """What is told of somebody who is in and logs out.

    Raises:
        Trouble: no page comes.
    """
    button = await scene.logout_button(entered.visitor)
    if button is None:
        return [Look("session.logout", Sign.UNSEEN, "no button or link logs out (name it with --logout TEXT)")]
    old = replace(entered.visitor, jar=entered.visitor.jar.copy(), trail=[])
    known = await scene.mock.received("LogoutRequest")
    await entered.visitor.send(button)
    here, _page = await scene.doorman.look(entered.visitor, entered.cast)
    there, _page = await scene.doorman.look(old, entered.cast)
    return [
        look(
            "session.logout",
            not here.is_in,
            "logging out ends the session" if not here.is_in else "after logging out the browser is still in",
            "the next person at this browser is in",
            "ASVS 5.0 7.4.1",
        ),
        look(
            "session.logout_on_server",
            not there.is_in,
            "the old cookie is dead after logging out" if not there.is_in else "the old cookie still opens the session",
            "a copied cookie outlives the logout",
            "ASVS 5.0 7.4.1",
        ),
        _by_post(button),
        *await _told_the_hub(scene, entered, known),
        await _other_browser(scene, entered.cast),
    ]


def _by_post(button: Form) -> Look:
    name, why, source = "session.logout_by_post", "any page can log a person out by a picture", "ASVS 5.0 3.5.3"
    if button.method == "SCRIPT":
        return Look(name, Sign.UNSEEN, "a script logs out, and by which method is not seen", why, source)
    return look(name, button.method == "POST", f"logging out is a {button.method}", why, source, else_=Sign.ADVICE)


async def _other_browser(scene: Scene, cast: Cast) -> Look:
    """What becomes of the same person's login at another computer: only the service's owner knows what should."""
    first, other = scene.visitor(), scene.visitor()
    await scene.log_in(first, cast.ann)
    await scene.log_in(other, cast.ann)
    told = "a second login of the same person ends the first"
    if (await scene.doorman.look(first, cast))[0].is_in:
        button = await scene.logout_button(first)
        if button:
            await first.send(button)
        still = (await scene.doorman.look(other, cast))[0].is_in
        told = f"after logging out, the same person's other browser is {'still in' if still else 'out, too'}"
    return Look("session.other_browser", Sign.TOLD, told, "people must be told which it is", "ASVS 5.0 7.1.2")


async def _told_the_hub(scene: Scene, entered: Entered, known: list[str]) -> list[Look]:
    """Whether the hub was asked to end its session, and that one."""
    requests = (await scene.mock.received("LogoutRequest"))[len(known) :]
    sent = await scene.mock.sent(entered.request)
    if not requests or sent is None:
        told, why = "logging out does not tell the hub", "who logs in next at this computer may be in as this person"
        return [Look("logout.request", Sign.ADVICE, told, why, "ASVS 5.0 7.6.1")]
    return logout_signs.looks_of(requests[-1], sent)
