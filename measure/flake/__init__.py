"""``make flake``: the suite again and again, in random orders, with 1–4 workers, on a free and a busy machine."""
