"""Page objects: one package per site, one class per page. They know browsers, and nothing of the server."""
