"""``make assertions``: which assertions of the stories already hold before the act that they speak of.

Every story is walked twice. On the first walk its acts and what it expects after each are written down; on the second
each act waits until what stands after it has been asked, at once and without patience. What holds already needs no
code to come true: such an assertion is empty. Of those that expect that something is *not* so, which nearly always
hold before, it is told instead whether a fault of the catalogue has turned them red in ``make strength``.

A plain ``assert`` of a value cannot be asked a second time, and is not looked at.
"""
