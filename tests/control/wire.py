"""A wire that goes nowhere: what a client asked, and the answer it is told to give."""

import json

import httpx


class Wire:
    """Keeps what was asked, and answers what it was told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, object]] = []
        self.requests: list[httpx.Request] = []
        self.answer = httpx.Response(200, json={})

    def handle(self, request: httpx.Request) -> httpx.Response:
        content = json.loads(request.content) if request.content else None
        self.requests.append(request)
        self.asked.append((request.method, request.url.raw_path.decode(), content))
        return self.answer
