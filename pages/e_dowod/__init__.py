"""e-dowód: its login page and the page with the code."""
