"""``make mutants``: faults that nobody listed, made by changing one place of ``mock_server``'s source at a time.

Python, templates, stylesheets and scripts are changed alike (``languages/``).

A runner of our own on LibCST, for neither known one can drive this. mutmut 3.8 changes nothing outside functions and
no function that has a decorator (its ``file_mutation.py``), and here every rule and every route has one and every
limit is a constant of its module. cosmic-ray 8.7 changes the files of the very tree it stands in, and runs one fixed
command for every mutant (its ``test-command``): the whole suite, for it does not know which tests meet the change.
"""
