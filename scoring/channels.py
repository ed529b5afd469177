"""How well the channels customers use are served: a picture, never a score."""

from collections.abc import Iterable, Mapping

import numpy as np

from scoring.demand import Customers, contact_share
from scoring.method import Floats, Method
from scoring.model import ChannelGroup
from scoring.result import ChannelFit, ChannelFits, FactorResult
from scoring.sheet import Sheet
from scoring.voices import balanced_mean


def contact_mix(method: Method, sheet: Sheet) -> dict[str, Floats]:
    """Return the role-balanced percent of contacts per allocation item (n, options); NaN if unknown."""
    return {item: balanced_mean(sheet, split, len(method.roles)) for item, split in sheet.splits.items()}


def describe_mix(method: Method, customers: Customers) -> dict[str, dict[str, float]]:
    """Return one firm's contact mix as plain data: allocation item to option to percent; unknown ones left out."""
    items = method.questionnaire.item_by_id
    return {
        item: {
            option.id: float(share)
            for option, share in zip(getattr(items[item], "options", ()), shares[0], strict=True)
        }
        for item, shares in customers.contacts.items()
        if not np.isnan(shares[0]).any()
    }


def measure_channel_fit(method: Method, customers: Customers, factors: Mapping[str, FactorResult]) -> ChannelFits:
    """Return, per channel group, its share of contacts against the capability (0..100) that serves it.

    The fit index is the share-weighted capability; it is None while a used channel's capability is unknown.
    """
    contacts = method.questionnaire.contacts
    channels = tuple(_channel(method, customers, channel, factors) for channel in contacts.channels)
    return ChannelFits(
        now=_index((channel.share_now, channel.capability) for channel in channels),
        five_years=_index((channel.share_five_years, channel.capability) for channel in channels),
        channels=channels,
    )


def _channel(
    method: Method, customers: Customers, channel: ChannelGroup, factors: Mapping[str, FactorResult]
) -> ChannelFit:
    contacts = method.questionnaire.contacts
    capability = factors[channel.capability].score
    now, later = (
        _known(float(contact_share(method, customers.contacts, item, channel.groups)[0]))
        for item in (contacts.today, contacts.five_years)
    )
    return ChannelFit(
        id=channel.id,
        share_now=now,
        share_five_years=later,
        capability=capability,
        gap_now=_gap(now, capability),
        gap_five_years=_gap(later, capability),
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _gap(share: float | None, capability: float | None) -> float | None:
    return None if share is None or capability is None else share * (100.0 - capability) / 100.0


def _index(channels: Iterable[tuple[float | None, float | None]]) -> float | None:
    total = 0.0
    for share, capability in channels:
        if share is None or (capability is None and share > 0):
            return None
        total += share * (capability or 0.0) / 100.0
    return total
