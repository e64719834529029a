"""Reading in processes: each worker reads one article at a time, so that a crash names the article that caused it.

A worker is a Python of its own (`python -m onrecord.workers.child`) that takes articles on its standard input and
answers on its standard output. It needs no fork and no guard in the caller's script, ends when its input ends, and
leaves interrupts to its parent.
"""
