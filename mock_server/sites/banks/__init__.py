"""Every bank's own pages: it says who its customer is, for a trusted profile and for mojeID."""
