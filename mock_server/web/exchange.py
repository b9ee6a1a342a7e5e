"""Exchanges: what one site may ask another over the back channel, in messages that both share."""

from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

Content = TypeVar("Content")
Question = TypeVar("Question")
Reply = TypeVar("Reply")


class MessageMalformed(Exception):
    """This is not the JSON of the message that was expected."""


class Codec(Generic[Content]):
    """Messages of one type as JSON and back; nothing is left out, added or of another type."""

    def __init__(self, kind: type[Content]) -> None:
        self._adapter = TypeAdapter(kind)
        self.names = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
        """What its fields are called."""

    def write(self, message: Content) -> bytes:
        """The JSON of a message."""
        return self._adapter.dump_json(message)

    def read(self, content: bytes) -> Content:
        """The message that came as JSON.

        Raises:
            MessageMalformed: it is another one, or none.
        """
        try:
            return self._adapter.validate_json(content, strict=True, extra="forbid")
        except ValidationError as error:
            raise MessageMalformed(str(error)) from error


@dataclass(frozen=True)
class Exchange(Generic[Question, Reply]):
    """One question and its reply.

    Attributes:
        path: where the asked site takes the question.
        question: what is sent; a frozen dataclass.
        reply: what is sent back; a frozen dataclass.
    """

    path: str
    question: type[Question]
    reply: type[Reply]

    @cached_property
    def questions(self) -> Codec[Question]:
        """How the question travels."""
        return Codec(self.question)

    @cached_property
    def replies(self) -> Codec[Reply]:
        """How the reply travels."""
        return Codec(self.reply)
