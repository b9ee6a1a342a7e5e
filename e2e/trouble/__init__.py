"""What goes wrong for people."""
