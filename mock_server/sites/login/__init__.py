"""login.gov.pl: the hub between relying parties and the ways to prove who one is."""
