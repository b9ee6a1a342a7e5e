"""What is looked at besides the answers: requests, metadata, sessions, and many people at once."""
