"""The whole run: controls, claims, the rest for what survived; then the verdict."""

import shutil
from collections.abc import Mapping, Sequence
from time import monotonic

from measure.strength import session
from measure.strength.caught_before import caught_before, remember
from measure.strength.changed import touched_pairs
from measure.strength.document import document_of, write_document
from measure.strength.fingerprint import digest_of_house
from measure.strength.options import Options
from measure.strength.page import write_page
from measure.strength.pairs import (
    Scope,
    claim_pairs,
    control_pairs,
    innocence_pairs,
    rest_pairs,
    seconds_by_test,
    unmet_pairs,
)
from measure.strength.places import CAUGHT_BEFORE, DOCUMENT, MET, PAGE, RESULTS, STATE
from measure.strength.plugin.meeting import Met, read_met
from measure.strength.plugin.plan import Pair, Settled, is_found
from measure.strength.plugin.records import Outcome, Phase, Record, Tail
from measure.strength.progress import Teller
from measure.strength.suite import Fault, SuiteTest, catalogue, claimants, read_tests, words
from measure.strength.summary import summary
from measure.strength.verdict import Strength, book_of, conclude, unfit


def strength(options: Options) -> bool:
    """Measure, write and tell; returns whether all is as it must be."""
    began = monotonic()
    if options.fresh:
        shutil.rmtree(STATE, ignore_errors=True)
    scope = scope_of(options, catalogue(), read_tests(session.collect(options)))
    if options.in_part and not scope.faults:
        print("No fault meets a test here: nothing to do.")
        return True
    found = _Run(options, scope).go()
    write_document(document_of(found, partial=options.in_part, seconds=monotonic() - began), DOCUMENT)
    write_page(found, scope.tests, words(), PAGE)
    print(summary(found))
    remember(found.faults, CAUGHT_BEFORE)
    return found.right


def scope_of(options: Options, faults: Sequence[Fault], tests: Sequence[SuiteTest]) -> Scope:
    """What the options ask for; a part has only faults that meet a test in it."""
    if not options.in_part:
        return Scope(tuple(faults), tuple(tests))
    named = [fault for fault in faults if fault.id.startswith(options.faults or ("",))]
    if options.since:
        chosen = touched_pairs(named, tests, options.since)
    else:
        chosen = frozenset((fault.id, test.id) for fault in named for test in claimants(fault, tests))
    met = {fault for fault, _ in chosen}
    return Scope(tuple(fault for fault in named if fault.id in met), tuple(tests), chosen)


class _Run:
    """Knows what was found earlier, and adds to it."""

    def __init__(self, options: Options, scope: Scope) -> None:
        self._options = options
        self._scope = scope
        self._records: list[Record] = list(Tail(RESULTS).read())
        self._pairs: dict[str, Sequence[Pair]] = {}
        self._house = digest_of_house()

    def go(self) -> Strength:
        scope, whole, seed = self._scope, self._options.whole, self._options.seed
        self._do("nothing is wrong", control_pairs(scope, Phase.NOTHING, whole=whole, seed=seed))
        self._do(
            "every site answers 500", control_pairs(scope, Phase.ONLY_500, whole=whole, seed=seed, met=read_met(MET))
        )
        killed = self._claims()
        survivors = [fault for fault in scope.faults if fault.id not in killed]
        self._do("the rest", rest_pairs(scope, survivors, self._unfit(), whole=whole, seed=seed))
        pairs = self._asked()
        book = self._book(pairs)
        settled = Settled().with_these(book.values())
        left = [pair for pair in pairs if pair not in book and settled.needs(pair, whole=whole)]
        return conclude(scope, book, len(left))

    def _claims(self) -> frozenset[str]:
        """Plant every fault, until whoever caught one is known to pass where nothing is wrong; the faults caught."""
        innocent: dict[Pair, None] = {}
        while True:
            met = read_met(MET)
            claims = claim_pairs(self._scope, self._unfit(), seconds_by_test(self._records), met)
            before = caught_before(CAUGHT_BEFORE, self._records)
            self._do("faults, with who caught them before", [p for p in claims if (p.fault, p.test) in before])
            self._do("faults", claims)
            unmet = self._unmet(claims, met)
            self._do("faults, with who seems not to meet them", unmet)
            kills = [end for end in self._book([*claims, *unmet]).values() if end.outcome is Outcome.KILLED]
            asked = {pair.test for pair in self._asked() if pair.phase is Phase.NOTHING}
            doubtful = {end.test for end in kills} - asked
            if not doubtful:
                return frozenset(end.fault for end in kills if not is_found(end.test))
            innocent |= dict.fromkeys(innocence_pairs(self._scope, doubtful))
            self._do("nothing is wrong, for who caught a fault", list(innocent))

    def _unmet(self, claims: Sequence[Pair], met: Mapping[str, Met]) -> list[Pair]:
        """What of the claims is asked besides, for the faults that nobody who meets them has caught."""
        killed = {pair.fault for pair, end in self._book(claims).items() if end.outcome is Outcome.KILLED}
        survivors = [fault for fault in self._scope.faults if fault.id not in killed]
        return unmet_pairs(self._scope, survivors, self._unfit(), met)

    def _do(self, part: str, pairs: Sequence[Pair]) -> None:
        """Run those of the pairs of which nothing is known yet."""
        self._pairs[part] = pairs
        self._house = digest_of_house()
        known = self._book(pairs)
        teller = Teller(part)
        missing = [pair for pair in pairs if pair not in known]
        if missing:
            self._records += session.run(missing, list(known.values()), self._house, self._options, teller)
            teller.end()

    def _asked(self) -> list[Pair]:
        return [pair for pairs in self._pairs.values() for pair in pairs]

    def _unfit(self) -> frozenset[str]:
        return unfit(self._book(self._asked()))

    def _book(self, pairs: Sequence[Pair]) -> dict[Pair, Record]:
        return book_of(pairs, self._records, self._house)
