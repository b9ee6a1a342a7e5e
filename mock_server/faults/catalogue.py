"""The whole catalogue, read by the control API and by ``make strength``."""

from . import (
    access,
    access_screen,
    account,
    app_pin,
    article,
    at_once,
    bank,
    browser_trouble,
    change,
    code,
    consent,
    data,
    errors,
    id_card,
    lock,
    logout,
    method_trouble,
    phone,
    push,
    redirect,
    session,
    sms,
)
from .entry import CataloguedFault

PARTS = (
    access,
    access_screen,
    account,
    app_pin,
    article,
    at_once,
    bank,
    browser_trouble,
    change,
    code,
    consent,
    data,
    errors,
    id_card,
    lock,
    logout,
    method_trouble,
    phone,
    push,
    redirect,
    session,
    sms,
)
"""The paragraphs."""
CATALOGUE: dict[str, CataloguedFault] = {fault.id: fault for part in PARTS for fault in part.FAULTS}
"""Every fault, by its name."""
