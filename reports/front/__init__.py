"""The front page of a run: readable in ten seconds, with Allure's page one click away.

Each part of the page is a module that gathers what `templates/front.html` shows: `verdict`, `failures`, `picture` (the
map of the article), `table`, `strip` (the runs before) and `figures`. `page` puts them together.
"""
