"""pacjent.gov.pl: the portal from which patients set out to log in."""
