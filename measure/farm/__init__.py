"""The suite in shards against one mock that they share: does every test end as in a plain run?"""
