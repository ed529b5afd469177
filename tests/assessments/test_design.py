"""Colours can be told from the paper, and tokens arrive in the style sheet."""

import pytest

from assessments.design import PRINT, PRINT_SIZES, THEMES, TONES, Theme, channels, css_properties, css_sizes, mixed


def luminance(colour: str) -> float:
    parts = [channel / 255 for channel in channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_everything_written_can_be_read_on_paper(theme: Theme) -> None:
    for colour in (theme.ink, theme.muted, *(theme.tone(tone) for tone in TONES)):
        assert contrast(colour, theme.paper) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_can_be_read_on_a_panel_and_accents_seen(theme: Theme) -> None:
    assert min(contrast(colour, theme.panel) for colour in (theme.ink, theme.muted)) >= 4.5
    assert min(contrast(theme.tone(tone), theme.panel) for tone in TONES) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_a_soft_accent(theme: Theme) -> None:
    for tone in TONES:
        assert contrast(theme.ink, theme.soft(tone)) >= 4.5


def test_mixing_goes_from_paper_to_colour() -> None:
    assert mixed("#000000", "#FFFFFF", 0) == "#FFFFFF"
    assert mixed("#000000", "#FFFFFF", 1) == "#000000"
    assert mixed("#FF0000", "#FFFFFF", 0.5) == "#FF8080"


def test_tokens_are_css_custom_properties() -> None:
    properties = css_properties(PRINT)
    assert "--ink: #1C2730;" in properties
    assert "--firm-soft: #" in properties
    assert "--name" not in properties
    assert "--size-text: 9pt;" in css_sizes(PRINT_SIZES, "pt")
