"""A jar and a real browser's cookies: what a check puts into the one is there in the other, and back."""

from typing import Literal

from playwright.async_api import BrowserContext

from ..visitor.cookies import Cookie, Jar

_SAME_SITE: dict[str, Literal["Lax", "None", "Strict"]] = {"lax": "Lax", "none": "None", "strict": "Strict"}


async def put(jar: Jar, context: BrowserContext) -> None:
    """Let the browser have exactly the jar's cookies; those that it has already stay as they are."""
    here = {cookie.key: cookie for cookie in await kept(context)}
    wanted = {cookie.key: cookie for cookie in jar}
    for name, domain, path in here.keys() - wanted.keys():
        await context.clear_cookies(name=name, domain=domain, path=path)
    for key, cookie in wanted.items():
        if key not in here or here[key].value != cookie.value:
            await _add(cookie, context)


async def kept(context: BrowserContext) -> list[Cookie]:
    """What the browser has; of SameSite it knows only what it makes of it."""
    return [
        Cookie(
            name=one["name"],
            value=one["value"],
            domain=one["domain"],
            path=one["path"],
            secure=one["secure"],
            http_only=one["httpOnly"],
            same_site=one["sameSite"].lower(),
        )
        for one in await context.cookies()
    ]


async def _add(cookie: Cookie, context: BrowserContext) -> None:
    said = _SAME_SITE.get(cookie.same_site)
    await context.add_cookies(
        [
            {
                "name": cookie.name,
                "value": cookie.value,
                "domain": cookie.domain,
                "path": cookie.path,
                "secure": cookie.secure,
                "httpOnly": cookie.http_only,
                **({"sameSite": said} if said else {}),
            }
        ]
    )
