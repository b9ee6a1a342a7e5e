"""The account's first page."""

from pages.patient.signed_in import PatientPage


class AccountPage(PatientPage):
    """The patient's own account in IKP."""
