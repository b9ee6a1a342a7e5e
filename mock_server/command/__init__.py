"""``python -m mock_server``: options, what it prints, and what a start does."""
