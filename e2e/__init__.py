"""What must hold, told as the article tells it: one folder per story."""
