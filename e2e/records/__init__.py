"""The health record: what the test put is what each page and printout shows."""
