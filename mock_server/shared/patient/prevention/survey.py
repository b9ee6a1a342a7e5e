"""The survey: its questions, what an answer must be like, and for which examinations it gives reason.

The real questions are not public; these are our choice, with the subjects that public descriptions name.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from ....kernel.rules import seam
from ....kernel.translation import Text
from . import rules
from .examinations import Examination

Answers = Mapping[str, str]
"""What was typed or chosen, by the name of the question."""
_LIPIDS, _GLUCOSE = frozenset({Examination.LIPIDS}), frozenset({Examination.GLUCOSE})
_OCCULT_BLOOD, _NONE = frozenset({Examination.OCCULT_BLOOD}), frozenset[Examination]()
_YES, _NO = Text("Tak"), Text("Nie")


@dataclass(frozen=True)
class Question(ABC):
    """One question.

    Attributes:
        name: of its field.
        text: as it is asked.
    """

    name: str
    text: str

    @abstractmethod
    def problem(self, answer: str) -> str | None:
        """Why this is no answer, or None when it is one."""

    @abstractmethod
    def told(self, answer: str) -> str:
        """The answer in words."""


@dataclass(frozen=True)
class Measure(Question):
    """A question that asks for a whole number.

    Attributes:
        hint: what the number counts.
        unit: its symbol.
        least: that makes sense.
        most: that makes sense.
    """

    hint: str
    unit: str
    least: int
    most: int

    @property
    def options(self) -> tuple["Option", ...]:
        """Nothing to choose from."""
        return ()

    def problem(self, answer: str) -> str | None:
        """Empty, no whole number, or out of bounds."""
        if not answer:
            return Text("Wpisz liczbę ({unit}).", unit=self.unit)
        number = int(answer) if answer.isascii() and answer.isdigit() and len(answer) <= 4 else None
        if number is None or not rules.is_plausible(number, self.least, self.most):
            return Text(
                "Wpisz liczbę całkowitą od {least} do {most} ({unit}).",
                least=self.least,
                most=self.most,
                unit=self.unit,
            )
        return None

    def told(self, answer: str) -> str:
        """With its unit."""
        return Text("{number} {unit}", number=answer, unit=self.unit)


@dataclass(frozen=True)
class Option:
    """An answer that can be chosen, and the examinations that it gives reason for."""

    value: str
    label: str
    risks: frozenset[Examination] = _NONE


@dataclass(frozen=True)
class Choice(Question):
    """A question with answers to choose from."""

    options: tuple[Option, ...]

    def chosen(self, answer: str) -> Option | None:
        """The option of this value."""
        return next((option for option in self.options if option.value == answer), None)

    def problem(self, answer: str) -> str | None:
        """None was chosen."""
        return None if self.chosen(answer) else Text("Wybierz jedną z odpowiedzi.")

    def told(self, answer: str) -> str:
        """Its label."""
        option = self.chosen(answer)
        return option.label if option else ""


def _yes_no(risks: frozenset[Examination]) -> tuple[Option, ...]:
    """Who does not know is examined too (our choice)."""
    return Option("tak", _YES, risks), Option("nie", _NO), Option("nie_wiem", Text("Nie wiem"), risks)


def _last_time(risks: frozenset[Examination]) -> tuple[Option, ...]:
    return (
        Option("rok", Text("W ciągu ostatnich 12 miesięcy")),
        Option("dawniej", Text("Dawniej"), risks),
        Option("nigdy", Text("Nigdy albo nie pamiętam"), risks),
    )


HEIGHT = Measure("wzrost", Text("Ile masz wzrostu?"), Text("w pełnych centymetrach (cm)"), "cm", 100, 250)
WEIGHT = Measure("waga", Text("Ile ważysz?"), Text("w pełnych kilogramach (kg)"), "kg", 30, 300)
QUESTIONS: tuple[Measure | Choice, ...] = (
    HEIGHT,
    WEIGHT,
    Choice(
        "palenie",
        Text("Czy palisz papierosy?"),
        (
            Option("tak", _YES, _LIPIDS),
            Option("dawniej", Text("Nie, ale dawniej tak")),
            Option("nie", Text("Nie, nigdy")),
        ),
    ),
    Choice("cisnienie", Text("Czy masz nadciśnienie albo się na nie leczysz?"), _yes_no(_LIPIDS | _GLUCOSE)),
    Choice("cukier", Text("Czy stwierdzono u Ciebie kiedyś podwyższony cukier?"), _yes_no(_GLUCOSE)),
    Choice(
        "cukrzyca_w_rodzinie",
        Text("Czy ktoś z Twoich rodziców lub rodzeństwa choruje na cukrzycę?"),
        _yes_no(_GLUCOSE),
    ),
    Choice(
        "serce_w_rodzinie",
        Text("Czy ktoś z Twoich rodziców lub rodzeństwa przeszedł w młodym wieku zawał albo udar?"),
        _yes_no(_LIPIDS),
    ),
    Choice(
        "jelito_w_rodzinie",
        Text("Czy ktoś z Twoich rodziców lub rodzeństwa chorował na raka jelita grubego?"),
        _yes_no(_OCCULT_BLOOD),
    ),
    Choice(
        "ruch",
        Text("Czy ćwiczysz lub dużo chodzisz kilka razy w tygodniu?"),
        (Option("tak", _YES), Option("nie", _NO, _GLUCOSE)),
    ),
    Choice("cholesterol", Text("Kiedy ostatnio badano Twój cholesterol?"), _last_time(_LIPIDS)),
    Choice("krew_utajona", Text("Kiedy ostatnio badano Cię na krew utajoną w kale?"), _last_time(_OCCULT_BLOOD)),
)


@seam
def problems_of(answers: Answers) -> dict[str, str]:
    """What is wrong with each answer that is missing or makes no sense, by the name of its question."""
    found = {question.name: question.problem(answers.get(question.name, "")) for question in QUESTIONS}
    return {name: problem for name, problem in found.items() if problem}


def told(answers: Answers) -> list[tuple[str, str]]:
    """Each question with its answer in words."""
    return [(question.text, question.told(answers[question.name])) for question in QUESTIONS]


@seam
def risks_of(answers: Answers) -> frozenset[Examination]:
    """The examinations that whole answers give reason for."""
    chosen = (one.chosen(answers[one.name]) for one in QUESTIONS if isinstance(one, Choice))
    risks = _NONE.union(*(option.risks for option in chosen if option))
    heavy = rules.is_overweight(int(answers[WEIGHT.name]), int(answers[HEIGHT.name]))
    return risks | _LIPIDS | _GLUCOSE if heavy else risks
