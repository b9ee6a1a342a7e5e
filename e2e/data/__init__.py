"""Names and numbers, letter for letter."""
