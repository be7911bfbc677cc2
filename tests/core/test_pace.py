"""The time that is left goes by what happens now, not by how the batch began."""

import pytest

from leukemia_desktop.core.pace import Pace, duration


def run(*phases: tuple[float, float], step: float = 0.25) -> tuple[Pace, float, float]:
    """A pace after phases of (seconds, fields a second), with what is done and how long it took."""
    pace, done, now = Pace(), 0.0, 0.0
    for seconds, rate in phases:
        for _ in range(round(seconds / step)):
            now += step
            done += rate * step
            pace.at(int(done), now)
    return pace, done, now


def test_a_batch_of_one_speed_has_that_speed() -> None:
    assert run((8, 25))[0].line(2000) == "25 fields/s, 1 min 20 s left"
    assert run((40, 0.5))[0].line(80) == "0.5 fields/s, 2 min left"


def test_a_slow_start_is_forgotten_by_a_tenth_of_the_batch() -> None:
    """Three seconds without a field, then 90 a second: of 2,000 fields a tenth is done after six seconds."""
    pace, done, _ = run((3, 0), (2.5, 90))
    assert 2000 * 0.1 <= done <= 2000 * 0.12
    assert pace.rate == pytest.approx(90, rel=0.2)


def test_fields_that_were_known_promise_nothing_of_new_ones() -> None:
    """500 known fields in half a second, then 80 new ones a second."""
    pace, _, _ = run((0.5, 1000), (2, 80))
    assert pace.rate == pytest.approx(80, rel=0.05)


def test_a_field_that_takes_long_leaves_the_pace_of_all() -> None:
    pace, done, now = run((4, 10))
    pace.at(int(done), 10 * now)
    assert pace.rate == pytest.approx(done / (10 * now))


def test_nothing_done_promises_nothing() -> None:
    assert Pace().line(10) == ""
    assert run((5, 0))[0].line(10) == ""


def test_many_hours_are_kept_in_little() -> None:
    pace, _, _ = run((3600, 100))
    assert pace.rate == pytest.approx(100, rel=0.01)
    assert len(pace._moments) <= 1300


def test_time_is_said_as_exactly_as_anybody_needs_it() -> None:
    said = [duration(seconds) for seconds in (0, 0.2, 59, 60, 71, 599, 601, 3590, 3600, 7501)]
    assert said == ["0 s", "1 s", "59 s", "1 min", "1 min 20 s", "10 min", "11 min", "1 h", "1 h", "2 h 6 min"]
