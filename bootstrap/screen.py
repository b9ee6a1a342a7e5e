"""What set-up tells the person who waits for it."""


def say(piece: str, news: str) -> None:
    """Print one line of progress: the piece of set-up, and what became of it."""
    print(f"[set-up] {piece}: {news}", flush=True)
