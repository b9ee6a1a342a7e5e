"""What a page without a screen tells of a record, whole: what is left over is an error."""

from lxml import html

from e2e.records.shown import Card, Facts


def cards_in(part: html.HtmlElement) -> list[Card]:
    """The entries listed in this part of a page; nothing else stands in their list."""
    cards = [_card(item) for item in part.xpath(".//ul[contains(@class, 'cards')]/li")]
    assert len(part.xpath(".//dd | .//li")) == len(cards) + sum(len(card.facts) for card in cards)
    return cards


def facts_in(part: html.HtmlElement) -> Facts:
    """The terms that stand right in this part, each with its value, of all its lists of facts."""
    return tuple(fact for facts in part.xpath("./dl") for fact in _facts(facts))


def _facts(facts: html.HtmlElement) -> Facts:
    terms, values = facts.xpath("./dt"), facts.xpath("./dd")
    assert [child.tag for child in facts] == ["dt", "dd"] * len(terms)
    return tuple((_text(term), _text(value)) for term, value in zip(terms, values, strict=True))


def _card(item: html.HtmlElement) -> Card:
    heading, facts = item
    assert (heading.tag, facts.tag) in {("h2", "dl"), ("h3", "dl")}
    return Card(_text(heading), _facts(facts))


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
