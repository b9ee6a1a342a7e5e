"""``make mutants``: faults that nobody listed, made by changing one place of ``mock_server``'s source at a time.

A runner of our own on LibCST, for neither known one can drive this. mutmut 3.8 changes no decorated function (its
``_skip_node_and_children``) and no constant of a module, and here every rule and every route is decorated and every
limit is a constant; it also forks each mutant out of a process that has imported the server. cosmic-ray 8.7 can say
neither which tests meet a mutant nor run others than one fixed command (``[cosmic-ray] test-command``), which is the
whole suite each time, and it changes the files of the very tree it stands in.
"""
