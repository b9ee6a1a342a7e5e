"""From SMS to push in seven steps, and back at any time."""
