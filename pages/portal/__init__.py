"""pacjent.gov.pl."""
