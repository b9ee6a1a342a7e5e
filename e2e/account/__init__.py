"""The account: whose data opens to whom."""
