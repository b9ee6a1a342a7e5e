"""Python, changed on LibCST's tree."""
