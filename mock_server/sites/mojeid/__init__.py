"""mojeID, the broker of KIR: a list of banks, and a consent each time before anything is passed on."""
