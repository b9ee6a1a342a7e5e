"""HTTP and SOAP of the back channel."""

from .. import musts
from .writing import Answer, Duty, Family, Layer, Need, Variant, Verdict

_transport = Family(
    "net",
    Layer.HTTP,
    musts.SIGNED_TWICE,
    "Take an answer of status 200, whole, in time and of bounded size; show a decent page for everything else.",
)
_row = _transport.row
_S = Layer.SOAP
_STOPS = "the provider stops working"

ROWS: tuple[Answer, ...] = (
    _row("fault", "A SOAP fault", "M m n", "Bi3.2.3.3", layer=_S, variants="500 200"),
    _row("shape", "An envelope of another shape", "S l n", "|SOAP 1.1|", layer=_S,
         variants=(Variant("empty_body", "with nothing in its Body"), Variant("no_envelope", "without Envelope"),
                   Variant("must_understand", "with a header that must be understood"),
                   Variant("other_type", "under another Content-Type"))),
    _row("status", "No answer of the hub's", "M m n", "|no known hole|",
         variants=(Variant("500"), Variant("404"), Variant("204"), Variant("html", "a page"), Variant("empty",
         "nothing"),
                   Variant("reset", "the connection is closed"))),
    _row("redirect", "A redirect to the listener", "M h n", "|no known hole|", duty=Duty.EITHER, must="",
         verdict=Verdict.NOT_FOLLOWED, needs=(Need.LISTENER,), gain="the provider tells another what it asks the hub",
         mend="Follow no redirect on the back channel.", variants="302 307"),
    _row("cut", "The answer ends before it is whole", "M m n", "|no known hole|",
         variants=(Variant("length", "shorter than it said"), Variant("chunk", "in the middle of chunks"))),
    _row("slow", "Thirty seconds of silence, then the good answer", "M m n", "profile", gain=_STOPS, may_block=True,
         duty=Duty.EITHER, must="", mend="Wait ten seconds in all, not per read."),
    _row("drip", "A byte a second, for a minute", "M m n", "profile", gain=_STOPS, may_block=True,
         mend="Wait ten seconds in all, not per read."),
    _row("endless", "Blanks without end, for a minute", "M m n", "profile", gain=_STOPS, may_block=True,
         mend="Wait ten seconds in all, and read a bounded number of bytes."),
    _row("gzip_bomb", "10 GB once it is unpacked", "M m n", "CVE-2025-54572", gain=_STOPS, may_block=True,
         mend="Limit what is unpacked; ask for no compression."),
    _row("huge", "50 MB, most of them blanks after the good answer", "M m n", "CVE-2025-54572", gain=_STOPS,
         may_block=True, duty=Duty.EITHER, must="", mend="Read a bounded number of bytes; the real answer has 12 kB."),
)  # fmt: skip
