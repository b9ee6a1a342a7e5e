"""Holes planted in the example provider, and whether ``przepustka check`` finds every one of them."""
