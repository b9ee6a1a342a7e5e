"""The Nu HTML Checker over every distinct page that the walks of ``e2e/access`` are given."""
