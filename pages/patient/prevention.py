"""The tab “Profilaktyka”, the same in IKP and in mojeIKP."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from pages.base import P
from pages.downloading import downloaded
from pages.patient.booking import VisitPage
from pages.patient.signed_in import SignedInPage

_SURVEY = re.compile("^(Wypełnij|Dokończ) ankietę$")
"""The link to the survey, begun or not."""


class PreventionPage(SignedInPage):
    """The tab: what can be done now, and every e-referral so far."""

    heading = re.compile(r"^Profilaktyka")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.referrals = page.get_by_role("region", name=self.say("Twoje e-skierowania na badania")).get_by_role("link")

    def choose_survey(self) -> "SurveyPage":
        """Begin the survey, or go on with it."""
        self.page.get_by_role("link", name=self.told(_SURVEY)).click()
        return SurveyPage(self.page)

    def choose_first_referral(self) -> "PreventionReferralPage":
        """Open the newest e-referral."""
        self.referrals.first.click()
        return PreventionReferralPage(self.page)


class SurveyPage(SignedInPage):
    """The survey: questions that ask for a number, and questions to choose an answer from."""

    heading = "Ankieta Profilaktyka 40+"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.summary = page.get_by_role("alert")

    def fill_measure(self, question: str, number: str) -> None:
        """Type a number."""
        self._measure(question).fill(number)

    def choose_answer(self, question: str, answer: str) -> None:
        """Choose an answer."""
        self._choices(question).get_by_role("radio", name=self.say(answer), exact=True).check()

    def fill_answers(self, measures: Mapping[str, str], choices: Mapping[str, str]) -> None:
        """Answer several questions, each by its text."""
        for question, number in measures.items():
            self.fill_measure(question, number)
        for question, answer in choices.items():
            self.choose_answer(question, answer)

    def submit(self, then: type[P]) -> P:
        """Go on; then comes the summary, or this page with what is wrong."""
        self.page.get_by_role("button", name=self.say("Dalej")).click()
        return then(self.page)

    def submit_half(self) -> PreventionPage:
        """Save what is there, and go on later."""
        self.page.get_by_role("button", name=self.say("Zapisz i dokończ później")).click()
        return PreventionPage(self.page)

    def expect_answers(self, measures: Mapping[str, str], choices: Mapping[str, str]) -> None:
        """These answers stand there."""
        for question, number in measures.items():
            expect(self._measure(question)).to_have_value(number)
        for question, answer in choices.items():
            expect(self._choices(question).get_by_role("radio", name=self.say(answer), exact=True)).to_be_checked()

    def expect_errors(self, errors: Mapping[str, str]) -> None:
        """Exactly these questions are wrong, each says why, and the summary, which has the focus, leads to each."""
        expect(self.summary).to_be_focused()
        expect(self.summary.get_by_role("link")).to_have_text([self.say(question) for question in errors])
        for question, why in errors.items():
            wrong = self._choices(question).or_(self._measure(question))
            expect(wrong).to_have_attribute("aria-invalid", "true")
            expect(wrong).to_have_accessible_description(self.told(re.compile(f"^{re.escape(why)}")))

    def choose_error(self, question: str) -> None:
        """Follow a link of the summary to its question."""
        self.summary.get_by_role("link", name=self.say(question)).click()
        expect(self._choices(question).or_(self._measure(question))).to_be_focused()

    def _choices(self, question: str) -> Locator:
        return self.page.get_by_role("radiogroup", name=self.say(question))

    def _measure(self, question: str) -> Locator:
        return self.page.get_by_label(self.say(question))


class SurveySummaryPage(SignedInPage):
    """The answers and the package that follows from them, before the survey is sent."""

    heading = "Sprawdź odpowiedzi"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.answers = page.get_by_role("main").get_by_role("definition")
        self.examinations = page.get_by_role("main").get_by_role("listitem")

    def choose_change(self) -> SurveyPage:
        """Go back to the answers."""
        self.page.get_by_role("link", name=self.say("Wróć i zmień odpowiedzi")).click()
        return SurveyPage(self.page)

    def submit(self) -> "PreventionReferralPage":
        """Send the survey."""
        self.page.get_by_role("button", name=self.say("Wyślij ankietę")).click()
        return PreventionReferralPage(self.page)


class PreventionReferralPage(VisitPage):
    """An e-referral of the programme, with its visit and its results."""

    heading = "e-skierowanie: Profilaktyka 40+"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.examinations = page.get_by_role("region", name=self.say("Badania w pakiecie")).get_by_role("listitem")
        self.results = page.get_by_role("region", name=self.say("Wyniki")).get_by_role("listitem")

    def choose_download(self) -> bytes:
        """Download the printout."""
        return downloaded(self.page, self.page.get_by_role("link", name=self.say("Pobierz PDF")))
