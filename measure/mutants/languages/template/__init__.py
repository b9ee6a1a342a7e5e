"""Jinja's templates of HTML: Jinja's own lexer tells its tags from the HTML, which is then parsed without them."""
