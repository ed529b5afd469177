"""Advice on how questions are worded, so that people can answer them quickly, alike and about one thing."""

import re
from collections.abc import Iterator
from statistics import median
from typing import Any

from assessments.catalog.draft import Draft, Spot
from assessments.problems import Problem
from scoring import model

TWO_QUESTIONS = re.compile(
    r"\band/or\b|[,;] (?:and|or) "
    r"(?:how|what|who|whom|when|where|why|which|do|does|did|is|are|was|were|can|will)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no longer|nobody|nothing|hardly|\w+n[’']t)\b", re.IGNORECASE)
LONGER = 4.0  # times as long as the usual line
WORDY = 16  # words from which a line stands out

# Words people outside the trade do not use, and what to say instead.
JARGON = {
    "omnichannel": "every way of reaching us",
    "omni-channel": "every way of reaching us",
    "touchpoint": "contact",
    "touchpoints": "contacts",
    "stakeholder": "the people concerned",
    "stakeholders": "the people concerned",
    "leverage": "use",
    "utilize": "use",
    "utilise": "use",
    "holistic": "whole",
    "synergies": "what is gained together",
    "paradigm": "way of thinking",
    "best-in-class": "the best we know of",
    "best practice": "what works well",
    "value proposition": "what customers get from us",
    "customer journey": "what customers go through",
    "360-degree view": "everything we know about a customer",
    "seamless": "without a break",
    "ecosystem": "the firms around us",
    "kpi": "figure",
    "kpis": "figures",
    "roi": "what it brings",
    "churn": "customers who leave",
    "engagement": "what people do",
    "empower": "let people decide",
    "proactive": "before anybody asks",
    "mission-critical": "what the firm cannot do without",
}
PRODUCTS = (
    "Salesforce", "HubSpot", "Siebel", "SAP", "Oracle", "Zendesk", "Zoho", "Dynamics", "SugarCRM", "Pipedrive",
    "Facebook", "Instagram", "Twitter", "LinkedIn", "WhatsApp", "TikTok", "YouTube", "Snapchat", "WeChat", "Telegram",
    "Slack", "Excel", "Outlook", "Google", "Yelp", "Trustpilot", "Hootsuite", "Marketo",
)  # fmt: skip

_JARGON = re.compile(rf"\b(?:{'|'.join(map(re.escape, JARGON))})\b", re.IGNORECASE)
_PRODUCTS = re.compile(rf"\b(?:{'|'.join(PRODUCTS)})\b")


def advise_on_wording(draft: Draft) -> Iterator[Problem]:
    """Yield advice on the texts and lines of questions."""
    for item in draft.of(model.Item):
        if item.entry.text.count("?") > 1 or TWO_QUESTIONS.search(item.entry.text):
            yield item.problem("C806", "text")
        yield from _words(item, ("text",), item.entry.text)
        if isinstance(item.entry, model.Agree) and (found := NEGATION.search(item.entry.text)):
            yield item.problem("C810", "text", word=found.group())
    lined: list[Spot[Any]] = [*draft.of(model.Bars), *draft.of(model.PulseItem)]
    for spot in lined:
        for number, line in enumerate(spot.entry.levels):
            yield from _words(spot, ("levels", number), line)
        yield from _unequal(spot)


def _words(spot: Spot[Any], inside: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    if found := _JARGON.search(text):
        yield spot.problem("C807", *inside, word=found.group(), instead=JARGON[found.group().lower()])
    if found := _PRODUCTS.search(text):
        yield spot.problem("C808", *inside, word=found.group())


def _unequal(spot: Spot[Any]) -> Iterator[Problem]:
    """Yield the line that is far longer than the others: length reads as weight."""
    counts = [len(line.split()) for line in spot.entry.levels]
    longest = max(counts)
    if longest >= WORDY and longest > LONGER * median(counts):
        number = counts.index(longest)
        yield spot.problem("C809", "levels", number, number=number + 1, words=longest, usual=median(counts))
