"""Turns the results of a run into something a person looks at.

`run` is the command line, `html` builds the Allure report, `paths` writes the list of login paths and
`path_map` draws it.
"""
