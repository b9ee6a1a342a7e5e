"""What a service does with each answer: is anybody in, and as whom; and what that is worth."""
