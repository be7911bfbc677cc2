"""A batch that is killed at random moments loses and doubles nothing; tests/benchmarks/kill_campaign.py kills more often."""

from pathlib import Path

import pytest

from tests.benchmarks import review_campaign
from tests.benchmarks.kill_campaign import run_campaign


@pytest.mark.slow
@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX")
def test_nothing_shown_is_lost_doubled_or_changed_by_twenty_kills(tmp_path: Path) -> None:
    campaign = run_campaign(tmp_path, kills=20, fields=400)
    assert campaign.wrong == []
    assert campaign.kills == 20
    assert campaign.recorded > 0


@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX")
def test_a_review_that_is_killed_four_times_loses_no_decision(tmp_path: Path) -> None:
    campaign = review_campaign.run_campaign(tmp_path, kills=4, reviews=60)
    assert campaign.wrong == []
    assert (campaign.kills, campaign.done) == (4, True)
    assert campaign.decisions >= 60
