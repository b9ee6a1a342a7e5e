"""``make rehearse``: break the product, the machine and our own code, and see how soon a red run tells the cause."""
