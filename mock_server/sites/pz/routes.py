"""pz.gov.pl as the house serves it: the site with the routes of every module."""

from . import (
    account,
    answering,
    change,
    confirming,
    founding_pages,
    hub_login,
    own_sign_in,
    password,
    renewal,
    sign_out,
)
from .site import site

__all__ = [
    "account",
    "answering",
    "change",
    "confirming",
    "founding_pages",
    "hub_login",
    "own_sign_in",
    "password",
    "renewal",
    "sign_out",
    "site",
]
