"""The sites: one package each, named as its host is called."""
