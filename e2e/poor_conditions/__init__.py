"""Poor conditions × the places of a login: waiting pages, forms and last steps. Nobody is left without a way on.

``conditions`` is the table of what is poor, ``places`` of where a person stands; ``cells`` says which go together.
"""
