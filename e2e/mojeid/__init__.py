"""mojeID: the list of banks, the cooperative ones, the consent."""
