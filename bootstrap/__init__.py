"""Set-up of a bare machine, by the system's Python and nothing but its standard library.

``python3 -m bootstrap e2e`` brings, step by step, what a run needs: the virtual environment, the
locked Python packages, libzbar, the npm packages and a browser. A step that is done is skipped.
"""
