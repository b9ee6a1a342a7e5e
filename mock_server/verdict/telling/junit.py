"""The verdict as JUnit XML, which every CI shows."""

from lxml import etree

from ..judging.outcome import Ruling
from ..judging.record import Judged
from ..judging.verdict import Verdict
from .addresses import page_of
from .plain import plain

_SKIPPED = {Ruling.SKIPPED, Ruling.NOT_APPLICABLE}
_LONGEST = 4000


def as_junit(verdict: Verdict) -> bytes:
    """One case for each way to send an answer, and for each look."""
    cases = [_case(verdict, record) for record in verdict.records]
    for look in verdict.looks:
        case = etree.Element("testcase", classname="look", name=look.id, time="0")
        if look.is_finding:
            etree.SubElement(case, "failure", message=plain(look.told, _LONGEST), type="other finding").text = look.why
        cases.append(case)
    if verdict.too_little:
        case = etree.Element("testcase", classname="verdict", name="could be judged", time="0")
        etree.SubElement(case, "error", message=plain(verdict.too_little, _LONGEST), type="no verdict")
        cases.append(case)
    suite = etree.Element(
        "testsuite",
        name=f"przepustka check {plain(verdict.service, 200)}",
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        time=f"{verdict.seconds:.1f}",
    )
    suite.extend(cases)
    return etree.tostring(suite, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _case(verdict: Verdict, record: Judged) -> etree._Element:
    answer = verdict.table[record.answer]
    case = etree.Element("testcase", classname=answer.family, name=record.send, time=f"{record.seconds:.3f}")
    told = plain(record.told, _LONGEST)
    if record.ruling.is_finding:
        failure = etree.SubElement(case, "failure", message=f"{record.ruling}: {told}", type=str(record.ruling))
        failure.text = plain("\n".join([answer.change, answer.gain, answer.mend, page_of(record.answer)]))
    elif record.ruling in _SKIPPED:
        etree.SubElement(case, "skipped", message=told)
    elif record.ruling is Ruling.NOT_JUDGED:
        etree.SubElement(case, "error", message=told, type=str(record.ruling))
    return case
