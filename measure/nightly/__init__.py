"""Every long lane in one command that can be stopped and goes on from there.

`lanes` lists them, `run` runs what is still to be run, `record` is what becomes of each, `figures` reads their own
output, `options` the command line.
"""
