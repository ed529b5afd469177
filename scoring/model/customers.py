"""From customers' habits to destinations, contact channels and the questions customers answer themselves."""

from typing import Annotated

from pydantic import Field

from scoring.model.entry import Entry, Flag, Points, Share, Slug, Text, Weight


class ShareTerm(Entry):
    """A term of a habit: the score of one item."""

    item: Slug = Field(description="The item whose score counts.")
    otherwise: Slug | None = Field(None, description="Used when the item is not asked.")
    weight: Weight = Field(description="Weight; rescaled when other terms are missing.")
    required: Flag = Field(False, description="Without this term the habit is unknown.")


class ContactTerm(Entry):
    """A term of a habit: the share of contacts through some channel groups."""

    contacts: Slug = Field(description="The allocation item.")
    groups: tuple[Slug, ...] = Field(min_length=1, description="Channel groups that count.")
    full_at: Annotated[float, Field(strict=True, gt=0, le=100)] = Field(
        description="Share of contacts that scores 100."
    )
    weight: Weight = Field(description="Weight; rescaled when other terms are missing.")


class Habit(Entry):
    """How customers' habits add up to one score of 0..100."""

    today: tuple[ShareTerm | ContactTerm, ...] = Field(min_length=1, description="Terms for today.")
    five_years: tuple[ShareTerm | ContactTerm, ...] = Field(min_length=1, description="Terms for five years from now.")
    threshold: Points = Field(description="From here on customers call for it.")


class Newest(Entry):
    """The newest customers as a leading sign of the social habit in five years."""

    item: Slug = Field(description="The item comparing newest customers with the rest.")
    adjust: Points = Field(description="Points added or taken away at the extremes.")


class Floor(Entry):
    """The share of socially active customers below which the last stage is never called for."""

    today: Slug = Field(description="Item read for today.")
    five_years: Slug = Field(description="Item read for five years from now.")
    minimum: Points = Field(description="Lowest score that lifts the floor.")


class Demand(Entry):
    """From customers' habits to destinations; no readiness item may appear here."""

    mobile: Habit = Field(description="Mobile and digital habit.")
    social: Habit = Field(description="Social habit.")
    newest: Newest = Field(description="Leading sign.")
    floor: Floor = Field(description="No social customers, no Social CRM.")
    borderline: Points = Field(5, description="Distance to a threshold that is 'close to the line'.")
    segment_share: Share = Field(0.25, description="Value share of customers that carries a stage.")
    evidence: Slug = Field(description="Item that says what the answers rest on.")
    evidence_when_not_asked: Points = Field(25, description="Evidence assumed in the quick scan.")
    why: Text = Field(description="Why the rule is as it is.")
    source: Text = Field(description="Claims, literature or a free reference.")


class ChannelGroup(Entry):
    """Contact channels that rest on the same capability."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    groups: tuple[Slug, ...] = Field(min_length=1, description="Option groups of the contact items it covers.")
    capability: Slug = Field(description="The factor that serves it.")


class Contacts(Entry):
    """Which items hold the contact mix, and which capability serves which channel."""

    today: Slug = Field(description="Allocation item for today.")
    five_years: Slug = Field(description="Allocation item for five years from now.")
    channels: tuple[ChannelGroup, ...] = Field(min_length=1, description="Channel groups of the fit chart.")


class PulseItem(Entry):
    """A question for customers that mirrors one of ours."""

    id: Slug = Field(description="Stable id.")
    mirrors: Slug = Field(description="The item it is compared with.")
    text: Text = Field(description="The question customers read.")
    levels: tuple[Text, Text, Text, Text, Text] = Field(description="The five lines.")
    not_applicable: Text | None = Field(None, description="Wording of the answer that counts as not applicable.")
