"""A person's way through a service: pages, forms, redirects and cookies over HTTP, with limits of its own."""
