"""The whole: everything the engine needs, nothing about any firm."""

from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from scoring.model.advice import Action, Source, WarningRule
from scoring.model.customers import Contacts, Demand, PulseItem
from scoring.model.entry import Entry, Slug, Text
from scoring.model.facts import DerivedFact, Fact
from scoring.model.items import AnyItem, Factor, Item, Pillar, Tells
from scoring.model.path import FactorWeights, Gate, Role, Stage
from scoring.model.settings import Settings
from scoring.model.texts import Address, Words, reworded, texts

Translations = dict[str, dict[Address, Words]]  # by language


class Questionnaire(Entry):
    """A complete method: everything the engine needs, nothing about any firm."""

    id: Slug
    version: Text
    title: Text
    last_stage_needs_component: bool
    stages: tuple[Stage, ...]
    roles: tuple[Role, ...]
    weights: dict[str, FactorWeights]
    settings: Settings
    pillars: tuple[Pillar, ...]
    customers: tuple[AnyItem, ...]
    demand: Demand
    contacts: Contacts
    facts: tuple[Fact, ...]
    derived: tuple[DerivedFact, ...]
    pulse: tuple[PulseItem, ...]
    warnings: tuple[WarningRule, ...]
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]
    sha256: str = ""
    language: str = "en"
    translations: Translations = Field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be read in, that of the original first."""
        return (self.language, *self.translations)

    @cached_property
    def texts(self) -> dict[Address, Words]:
        """Every text that people read, by its address."""
        return dict(texts(self))

    def in_language(self, language: str) -> "Questionnaire":
        """Return the same questionnaire with its texts in ``language``, in its own words where there are no others.

        Ids and numbers are the same, so scores are; for a language it does not have it returns itself.
        """
        if language not in self.translations:
            return self
        if language not in self._read_in:
            self._read_in[language] = reworded(self, self.translations[language])
        return self._read_in[language]

    @cached_property
    def _read_in(self) -> dict[str, "Questionnaire"]:
        """The questionnaire by language, as far as somebody has asked for it."""
        return {}

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """All factors, pillar by pillar."""
        return tuple(factor for pillar in self.pillars for factor in pillar.factors)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in the order people see them: customers first, then pillar by pillar."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        yield from self.customers
        for pillar in self.pillars:
            for factor in pillar.factors:
                yield from factor.items
            yield from pillar.findings

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def factor_by_id(self) -> dict[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def pillar_of(self) -> dict[str, Pillar]:
        """Pillar by factor id."""
        return {factor.id: pillar for pillar in self.pillars for factor in pillar.factors}

    @cached_property
    def factor_of(self) -> dict[str, Factor]:
        """Factor by the id of a scored readiness item."""
        return {item.id: factor for factor in self.factors for item in factor.items}

    @cached_property
    def gates(self) -> tuple[tuple[Stage, Gate], ...]:
        """Every gate with its stage, in path order."""
        return tuple((stage, gate) for stage in self.stages for gate in stage.gates)

    @cached_property
    def action_by_id(self) -> dict[str, Action]:
        """Actions by id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def warning_by_id(self) -> dict[str, WarningRule]:
        """Warnings by id."""
        return {warning.id: warning for warning in self.warnings}

    def telling(self, what: Tells) -> Item | None:
        """Return the item that tells ``what``, or None when the questionnaire has none."""
        return next((item for item in self.items if item.tells == what), None)
