"""Faults that somebody writes down: one that could never show is refused, with what is near."""

from ..kernel.faults import Fault, FaultInvalid, Outage, RuleFault, TemplateFault
from ..kernel.near import beginning, near, resembling
from ..registry import REGISTRY
from ..web.templates import problem_of, source_of, template_names
from ..web.twin import LONGEST_CHANGE, TooLarge, changed


def require_that_it_shows(fault: Fault, planted: tuple[TemplateFault, ...]) -> None:
    """Refuse what names a site, a template or a text that is not there; rules are checked where they are planted.

    Args:
        fault: to be planted.
        planted: what is changed in templates already.

    Raises:
        FaultInvalid: it could never show, or no page could be made with it.
    """
    match fault:
        case Outage():
            _require_outage(fault)
        case RuleFault():
            if fault.how != "always" and fault.value is not None:
                raise FaultInvalid(f"value counts only where how is 'always'; here it is {fault.how!r}")
        case TemplateFault():
            try:
                _require_change(fault, planted)
            except TooLarge as error:
                raise FaultInvalid(str(error)) from error


def _require_outage(fault: Outage) -> None:
    if fault.site not in REGISTRY:
        raise FaultInvalid(f"no site is named {beginning(fault.site)!r}; {near(fault.site, REGISTRY)}")
    if not 400 <= fault.status <= 599:
        raise FaultInvalid(f"a site that is out answers with a status from 400 to 599, not {fault.status}")


def _require_change(fault: TemplateFault, planted: tuple[TemplateFault, ...]) -> None:
    source = source_of(fault.template)
    if source is None:
        known = near(fault.template, sorted(template_names()))
        raise FaultInvalid(f"no template is named {beginning(fault.template)!r}; {known}")
    for other in planted:
        if other.template == fault.template:
            source = changed(source, other)
    if max(len(fault.old), len(fault.new)) > LONGEST_CHANGE:
        raise FaultInvalid(f"old and new have at most {LONGEST_CHANGE} characters each")
    if not fault.old or fault.old == fault.new:
        raise FaultInvalid("old is a text of the template, and new another")
    if fault.old not in source:
        close = resembling(fault.old, [line.strip() for line in source.splitlines()], most=1)
        told = f"near: {close[0]}" if close else "copy it from the template, letter for letter"
        raise FaultInvalid(f"old does not occur in {fault.template}; {told}")
    if problem := problem_of(changed(source, fault)):
        raise FaultInvalid(f"with new, {fault.template} is no template any more: {problem}")
