"""What the footer of a public site leads to."""
