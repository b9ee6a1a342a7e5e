"""How a row is written down: what a whole family shares once, then a line of marks as in the catalogue."""

from dataclasses import dataclass, replace

from ..answer import Answer, BrowserLeg, Duty, Gravity, Layer, Need, Reach, Variant, Verdict
from ..sources import sources

_DUTIES = {"M": Duty.REFUSE, "S": Duty.EITHER, "Q": Duty.EITHER, "A": Duty.ACCEPT}
_GRAVITIES = {gravity.value[0]: gravity for gravity in Gravity}
_REACHES = {"b": Reach.BROWSER, "n": Reach.BACK_CHANNEL, "h": Reach.HUB}
_UNLESS_SAID = {
    "c": "somebody else's account, without anybody's secret",
    "h": "somebody else's account, once one more protection fails",
    "m": "a protection less than the profile counts on",
    "l": "nothing by itself; the provider differs from the profile",
}


@dataclass(frozen=True)
class Family:
    """What the rows of one kind share, unless a row says otherwise.

    Attributes:
        name: what stands before the dot of their ids.
        layer: where they change something.
        must: the words that bind.
        mend: what to change in a provider that fails.
    """

    name: str
    layer: Layer
    must: str
    mend: str

    def row(
        self,
        name: str,
        change: str,
        marks: str,
        source: str,
        *,
        variants: tuple[Variant, ...] | str = (Variant(),),
        **more: object,
    ) -> Answer:
        """One row.

        Args:
            name: what stands after the dot.
            change: what is changed, in words.
            marks: duty (M, S, Q; A is *must accept*), gravity and reach, as the catalogue writes them.
            source: where the duty stands, short: see `sources`.
            variants: the ways to send it, or their names in one text.
            more: other fields of `Answer`.
        """
        duty, gravity, reach = marks.split()
        given = tuple(map(Variant, variants.split())) if isinstance(variants, str) else variants
        plain = Answer(
            id=f"{self.name}.{name}",
            change=change,
            layer=self.layer,
            duty=_DUTIES[duty],
            must=self.must if duty == "M" else "",
            gravity=_GRAVITIES[gravity],
            reach=_REACHES[reach],
            verdict=Verdict.BY_DUTY,
            gain=_UNLESS_SAID[gravity],
            source=sources(source),
            mend=self.mend,
            variants=given,
            advice=duty == "S",
        )
        return replace(plain, **more)  # type: ignore[arg-type]


__all__ = ["Answer", "BrowserLeg", "Duty", "Family", "Layer", "Need", "Reach", "Variant", "Verdict"]
