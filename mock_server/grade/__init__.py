"""``przepustka grade``: would somebody's own tests notice if their service let the wrong person in?"""
