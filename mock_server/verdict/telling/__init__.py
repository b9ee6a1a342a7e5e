"""The verdict, told: in a terminal, on a page for people, to CI and to programs."""
