"""What is left is right within a fifth from a tenth of the work on, by a simulated clock."""

from collections.abc import Callable

import numpy as np
import pytest

from leukemia_desktop.gui.pace import Pace

TICK = 0.05
"""Seconds between two batches, as the window gets them."""

Works = list[tuple[float, bool]]
"""Seconds of each field in order, and whether it is only recalled."""


def steady(random: np.random.Generator) -> Works:
    return [(0.4, False)] * 400


def noisy(random: np.random.Generator) -> Works:
    return [(float(each), False) for each in random.lognormal(-1, 0.5, 1500)]


def slow(random: np.random.Generator) -> Works:
    return [(float(each), False) for each in random.normal(6, 0.6, 150)]


def fast(random: np.random.Generator) -> Works:
    return [(float(each), False) for each in random.exponential(0.002, 100_000)]


def two_sizes(random: np.random.Generator) -> Works:
    return [(3.0 if large else 0.2, False) for large in random.random(4000) < 0.3]


def recalled_first(random: np.random.Generator) -> Works:
    return [(0.001, True)] * 3000 + [(float(each), False) for each in random.normal(0.5, 0.05, 500)]


def every_other_recalled(random: np.random.Generator) -> Works:
    return [(0.001, True) if recalled else (0.3, False) for recalled in random.random(3000) < 0.5]


def all_recalled(random: np.random.Generator) -> Works:
    return [(0.002, True)] * 20_000


WORKS = (steady, noisy, slow, fast, two_sizes, recalled_first, every_other_recalled, all_recalled)


def batches(works: Works) -> list[tuple[float, int, int]]:
    """(clock, fields done since, of them recalled) at each tick that has any."""
    found: list[tuple[float, int, int]] = []
    clock = told = 0.0
    fields = recalled = 0
    for seconds, known in works:
        clock += seconds
        fields, recalled = fields + 1, recalled + known
        if clock - told >= TICK:
            found.append((clock, fields, recalled))
            told, fields, recalled = clock, 0, 0
    return [*found, (clock, fields, recalled)] if fields else found


@pytest.mark.parametrize("make", WORKS)
@pytest.mark.parametrize("seed", range(3))
def test_after_a_tenth_of_the_work_the_time_left_is_right_within_a_fifth(
    make: Callable[[np.random.Generator], Works], seed: int
):
    works = make(np.random.default_rng(seed))
    told = batches(works)
    whole, total = told[-1][0], len(works)
    pace, done = Pace(), 0
    pace.begin(0.0)
    moments = iter(np.linspace(0.1, 0.9, 33) * whole)
    ask_at = next(moments)
    for clock, fields, recalled in told:
        pace.add(fields, clock, recalled)
        done += fields
        if clock >= ask_at:
            left = pace.left(total - done)
            assert left is not None
            # the end comes when it was said, within a fifth of what was left
            assert left == pytest.approx(whole - clock, rel=0.2), f"at {clock / whole:.2f} of the work"
            ask_at = next((moment for moment in moments if moment > clock), np.inf)
    assert ask_at == np.inf


def test_the_pace_is_that_of_the_last_seconds():
    pace = Pace()
    assert pace.left(10) is None
    pace.begin(100.0)
    for second in range(1, 6):
        pace.add(200, 100.0 + second, recalled=200)
    assert pace.rate == 200
    for second in range(6, 30):
        pace.add(20, 100.0 + second)
    assert pace.rate == 20
    assert pace.left(100) == 5


def test_a_pause_does_not_count():
    pace = Pace()
    pace.begin(0.0)
    for second in range(1, 21):
        pace.add(10, float(second))
    pace.resume(1000.0)
    pace.add(10, 1001.0)
    assert pace.rate == pytest.approx(10)
    assert pace.left(50) == pytest.approx(5)


def test_nothing_is_promised_before_the_first_field():
    pace = Pace()
    assert (pace.rate, pace.left(5)) == (0.0, None)
    pace.begin(7.0)
    assert (pace.rate, pace.left(5)) == (0.0, None)


def test_it_remembers_no_more_than_it_needs():
    pace = Pace()
    pace.begin(0.0)
    for tick in range(1, 40_001):
        pace.add(3, tick * TICK)
    assert sum(batch.seconds for batch in pace._seen) <= 121
