"""Internetowe Konto Pacjenta: the patient account, a service provider of login.gov.pl."""
