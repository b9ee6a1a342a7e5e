"""Three languages: how one is chosen, how long it holds, and that no text is forgotten."""
