"""Answers with a chosen defect, through the control API: what one login is answered with, and what was sent."""

from ..check.messages import ArtifactSeen, ChosenSeen, LogoutSeen, SentSeen
from ..check.posted import Posted
from .calling import WorldCalls, part


class WorldAnswers(WorldCalls):
    """What the hub of one world answers."""

    def choose_answer(self, request: str, answer: str, **more: object) -> ChosenSeen:
        """Answer the login of an AuthnRequest (by its ID), or the ``next`` one, so, once.

        Args:
            request: the ID.
            answer: ``id`` or ``id:variant`` of the table, or ``good``.
            more: takes other, earlier, listener, skew_seconds and, of ``good``, session_seconds.
        """
        return self._call("PUT", f"/answers/{part(request)}", ChosenSeen, {"answer": answer, **more})

    def sent_answer(self, request: str) -> SentSeen:
        """What the login of a request, or the ``latest`` one, was answered with by choice, beside the good answer."""
        return self._call("GET", f"/answers/{part(request)}", SentSeen)

    def issue_artifact(self, request: str, answer: str, **more: object) -> str:
        """Another artifact for a login that waits or was answered by choice.

        Args:
            request: the ID.
            answer: as in `choose_answer`.
            more: takes pesel, of somebody else, besides what `choose_answer` does.
        """
        body = {"answer": answer, **more}
        return self._call("POST", f"/answers/{part(request)}/artifacts", ArtifactSeen, body).artifact

    def ask_to_log_out(self, request: str, answer: str) -> LogoutSeen:
        """Let the hub ask the provider to end a login that was answered by choice, with a defect."""
        return self._call("POST", f"/answers/{part(request)}/logout", LogoutSeen, {"answer": answer})

    def posted(self, request: str) -> Posted:
        """What a browser may post as a SAMLResponse for a login that waits or was answered by choice."""
        return self._call("GET", f"/answers/{part(request)}/posted", Posted)
