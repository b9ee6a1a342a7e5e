"""login.mobywatel: the page with the code."""
