"""The whole catalogue, read by the control API and by ``make strength``."""

from . import (
    access,
    access_approved,
    access_screen,
    account,
    account_granting,
    account_record,
    account_rights,
    app_pin,
    article,
    article_text,
    at_once,
    bank,
    bank_answer,
    bank_names,
    booking,
    booking_refused,
    browser_trouble,
    change,
    choice,
    code,
    consent,
    data,
    data_moments,
    errors,
    errors_answer,
    errors_onward,
    founding,
    founding_who,
    hand,
    id_card,
    leaving,
    lock,
    logout,
    method_trouble,
    phone,
    poor_conditions,
    prevention,
    prevention_survey,
    push,
    redirect,
    redirect_acs,
    saml,
    session,
    sms,
    sms_message,
    told,
    vaccination,
)
from .entry import CataloguedFault

_PARAGRAPHS = (
    access, access_approved, access_screen, account, account_granting, account_record, account_rights, app_pin,
    article, article_text, at_once, bank, bank_answer, bank_names, booking, booking_refused, browser_trouble, change,
    choice, code, consent, data, data_moments, errors, errors_answer, errors_onward, founding, founding_who, hand,
    id_card, leaving, lock, logout, method_trouble, phone, poor_conditions, prevention, prevention_survey, push,
    redirect, redirect_acs, saml, session, sms, sms_message, told, vaccination,
)  # fmt: skip
FAULTS: tuple[CataloguedFault, ...] = tuple(fault for paragraph in _PARAGRAPHS for fault in paragraph.FAULTS)
"""Every fault, paragraph by paragraph."""
CATALOGUE: dict[str, CataloguedFault] = {fault.id: fault for fault in FAULTS}
"""Every fault, by its name."""
