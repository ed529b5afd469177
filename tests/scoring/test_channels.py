"""How well the channels customers use are served."""

import pytest

from scoring.answers import Unanswered
from tests.scoring.samples import changed, firm, person, result_of, said_by


def test_shares_meet_the_capability_that_serves_them() -> None:
    found = result_of(firm("hartwell")).channel_fit
    legacy, digital, social = found.channels
    assert (legacy.share_now, legacy.share_five_years, legacy.capability) == (92, 78, 75)
    assert (legacy.gap_now, legacy.gap_five_years) == (23, 19.5)
    assert (digital.share_now, digital.capability, digital.gap_now) == (8, 37.5, 5)
    assert (social.share_now, social.gap_now) == (0, 0)
    assert found.now == pytest.approx(0.92 * 75 + 0.08 * 37.5)
    assert found.five_years == pytest.approx(0.78 * 75 + 0.21 * 37.5 + 0.01 * 50 / 3)


def test_an_unknown_capability_matters_only_where_customers_come_that_way() -> None:
    unknown = dict.fromkeys(("chn_05", "chn_06", "chn_07"), Unanswered.DONT_KNOW)
    found = result_of(changed(firm("hartwell"), unknown)).channel_fit
    assert (found.now, found.five_years) == (72, None)
    assert [channel.gap_now for channel in found.channels] == [23, 5, None]


def test_unknown_contacts_fit_nothing() -> None:
    found = result_of(said_by(person("r1", "exec", chn_01=3, chn_02=3))).channel_fit
    assert (found.now, found.five_years) == (None, None)
    assert [(channel.share_now, channel.gap_now) for channel in found.channels] == [(None, None)] * 3
