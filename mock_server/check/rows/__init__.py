"""The rows of the table, a family a module, in the catalogue's order."""
