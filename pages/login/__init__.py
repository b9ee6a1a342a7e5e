"""login.gov.pl."""
