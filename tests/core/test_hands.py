"""Programs beside this one measure what a thread would, and one that dies takes nothing with it."""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from leukemia_desktop.core import hand as hand_module
from leukemia_desktop.core.analysis import Outcome, Result, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.desk import Desk, Known, Measured, Seen, Unseen
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.hand import ARGUMENT, Hand, HandLost, command
from leukemia_desktop.core.hands import DEADLY, UNTRIED, Hands
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest

MakeSlide = Callable[..., Path]
LIMIT = 300
ROOT = Path(__file__).resolve().parents[2]

DIES_OF = """
import os, sys
sys.path.remove(os.path.dirname(__file__))
del sys.modules["simplejpeg"]
import simplejpeg
whole = simplejpeg.decode_jpeg
def decode_jpeg(data, *arguments, **more):
    if b"deadly" in data:
        os._exit(9)
    return whole(data, *arguments, **more)
simplejpeg.decode_jpeg = decode_jpeg
"""
"""In a program of its own, decoding a file with this word in it is the end of the program."""


@pytest.fixture
def desk(tiny_model: Path) -> Desk:
    classifier = Classifier(Manifest.read(tiny_model), provider="cpu", threads=2)
    return Desk(classifier, classifier.manifest.recipe, 200.0)


@pytest.fixture
def paths(make_slide: MakeSlide) -> list[Path]:
    slide = make_slide("µ", ".jpg", Pro=6, Benign=5)
    (slide / "empty.jpg").touch()
    return [field.path for field in find_fields(slide)]


def timeless(measured: Sequence[Measured]) -> list[Measured]:
    return [one if isinstance(one, Known) else one._replace(at="") for one in measured]


def only_programs(hands: Hands, path: Path) -> None:
    """Work until two programs are there and both threads have gone."""
    hands.pace = 1.0
    hands.expect(1)
    until = time.monotonic() + LIMIT
    while hands.programs < 2:
        assert time.monotonic() < until, "no program came"
        hands.measure([path], None).result(LIMIT)


def test_a_program_measures_what_the_desk_does_bit_for_bit(desk: Desk, paths: list[Path]) -> None:
    hand = Hand(desk)
    try:
        assert hand.welcome()
        expected = desk.measure(paths, None)
        assert {type(one) for one in expected} == {Seen, Unseen}
        assert timeless(hand.measure(paths, None)) == timeless(expected)
        unwanted = [one.image_sha256 for one in expected if isinstance(one, Seen)][3]
        answers = hand.measure(paths, lambda hashes: hashes - {unwanted})
        assert [one for one in answers if isinstance(one, Known)] == [Known(unwanted)]
        assert len(answers) == len(paths)
    finally:
        hand.close()
    hand.close()


def test_a_program_that_is_killed_says_so_and_one_whose_caller_ends_ends(desk: Desk, paths: list[Path]) -> None:
    hand, other = Hand(desk), Hand(desk)
    try:
        assert hand.welcome()
        assert other.welcome()
        hand._child.kill()
        with pytest.raises(HandLost):
            hand.measure(paths, None)
        other._orders.close()
        assert other._child.wait(LIMIT) == 0
    finally:
        hand.close()
        other.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_is_meant_for_the_caller(desk: Desk, paths: list[Path]) -> None:
    hand = Hand(desk)
    try:
        assert hand.welcome()
        os.kill(hand._child.pid, signal.SIGINT)
        assert len(hand.measure(paths, None)) == len(paths)
        assert os.getpgid(hand._child.pid) != os.getpgid(0)
    finally:
        hand.close()


def test_a_program_whose_caller_fails_in_between_takes_no_other_order(desk: Desk, paths: list[Path]) -> None:
    def refuse(_: set[str]) -> set[str]:
        raise LookupError("the ledger is gone")

    hand = Hand(desk)
    try:
        assert hand.welcome()
        with pytest.raises(LookupError, match="the ledger is gone"):
            hand.measure(paths, refuse)
        with pytest.raises(HandLost):
            hand.measure(paths, None)
    finally:
        hand.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_program_that_hangs_is_ended_and_nobody_waits_for_ever(
    desk: Desk, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(desk)
    try:
        assert hand.welcome()
        monkeypatch.setattr(hand_module, "PATIENCE", 0.01)
        os.kill(hand.pid, signal.SIGSTOP)
        with pytest.raises(HandLost):
            hand.measure(paths, None)
    finally:
        hand.close()


def test_a_bug_in_the_program_is_loud_here_and_says_where_it_is(desk: Desk) -> None:
    hand = Hand(desk)
    try:
        assert hand.welcome()
        hand._tell(([None], False))
        with pytest.raises(RuntimeError, match=r"(?s)hand\.py.*TypeError"):
            hand._hear()
    finally:
        hand.close()


def test_programs_take_the_place_of_threads_and_end_with_the_run(desk: Desk, paths: list[Path]) -> None:
    with Hands(desk, alone=0.0) as hands:
        only_programs(hands, paths[0])
        programs = list(hands._programs)
        assert timeless(hands.measure(paths, None).result(LIMIT)) == timeless(desk.measure(paths, None))
        for _ in range(20):
            hands.measure(paths, None)
    assert all(program._child.returncode is not None for program in programs)


@pytest.fixture
def frail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that are started from now on die of a file with the word; this one does not."""
    (tmp_path / "frail").mkdir()
    (tmp_path / "frail" / "simplejpeg.py").write_text(DIES_OF)
    monkeypatch.syspath_prepend(tmp_path / "frail")


def made_deadly(path: Path) -> Path:
    path.write_bytes(path.read_bytes() + b"deadly")
    return path


@pytest.mark.usefixtures("frail")
def test_a_field_on_which_programs_die_is_named_and_the_others_are_measured(desk: Desk, paths: list[Path]) -> None:
    expected = desk.measure(paths, None)
    deadly = made_deadly(paths[4])
    with Hands(desk, alone=0.0) as hands:
        only_programs(hands, paths[0])
        before = {program._child.pid for program in hands._programs}
        together = hands.measure(paths, None).result(LIMIT)
        (alone,) = hands.measure([deadly], None).result(LIMIT)
        assert hands.programs == 2, "those that died were replaced"
        assert {program._child.pid for program in hands._programs} != before
    assert isinstance(alone, Unseen)
    assert alone.reason == DEADLY
    (named,) = (one for one in together if isinstance(one, Unseen) and one.reason == DEADLY)
    assert together.index(named) == 4
    assert timeless(together[:4] + together[5:]) == timeless(expected[:4] + expected[5:])


@pytest.mark.usefixtures("frail")
def test_what_a_program_died_of_is_never_measured_by_a_thread_which_would_end_the_call(
    desk: Desk, paths: list[Path]
) -> None:
    deadly = made_deadly(paths[4])
    with Hands(desk, alone=0.0) as hands:
        only_programs(hands, paths[0])
        program, other = hands._free.get(), hands._free.get()
        for hand in (program, desk):  # the thread is free the moment the program dies
            hands._free.put(hand)
        (alone,) = hands.measure([deadly], None).result(LIMIT)
        hands._free.put(other)
    assert isinstance(alone, Unseen)
    assert alone.reason == DEADLY


@pytest.mark.usefixtures("frail")
def test_where_no_program_can_take_the_place_of_a_dead_one_its_fields_are_named_and_threads_do_the_rest(
    desk: Desk, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly, others = made_deadly(paths[4]), paths[5:8]
    with Hands(desk, alone=0.0) as hands:
        only_programs(hands, paths[0])
        monkeypatch.setattr(sys, "executable", "/no/such/python")
        lost = hands.measure([paths[3], deadly], None).result(LIMIT)
        assert [one.reason for one in lost if isinstance(one, Unseen)] == [UNTRIED, UNTRIED]
        assert hands.programs == 1
        for _ in range(4):
            assert timeless(hands.measure(others, None).result(LIMIT)) == timeless(desk.measure(others, None))


def test_programs_killed_in_the_middle_of_a_run_lose_and_double_nothing(
    make_slide: MakeSlide, desk: Desk, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=60, Benign=20))
    seen: list[Outcome] = []
    killed: list[int] = []
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for outcome in analyze(fields, desk.classifier, memory=ledger, alone=0.0):
            seen.append(outcome)
            for number in hands_of_this_program():
                if len(killed) < 3 and number not in killed:
                    killed.append(number)
                    with suppress(ProcessLookupError):
                        os.kill(number, signal.SIGTERM)
        assert [outcome.field for outcome in seen] == fields
        assert len(list(ledger.entries())) == len(fields)
        assert ledger.verify() == ""
    expected = list(analyze(fields, desk.classifier))
    assert [replace(one, analysed_at="") for one in seen] == [replace(one, analysed_at="") for one in expected]
    assert all(isinstance(one, Result) for one in seen)


def hands_of_this_program() -> list[int]:
    """Where the system tells; they can be at their start or end."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path("/proc/self/task").glob("*/children"):
            found += [int(number) for number in task.read_text().split()]
        found = [number for number in found if b"core.hand" in Path(f"/proc/{number}/cmdline").read_bytes()]
    return found


@pytest.mark.parametrize("where", ["/no/such/python", sys.executable + "-that-is-not"])
def test_where_no_program_can_be_started_threads_do_it_all(
    desk: Desk, paths: list[Path], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr(sys, "executable", where)
    with Hands(desk, alone=0.0) as hands:
        hands.pace = 1.0
        hands.expect(100)
        for _ in range(5):
            assert len(hands.measure(paths, None).result(LIMIT)) == len(paths)
        assert hands.programs == 0


def test_a_program_that_cannot_open_the_model_is_no_loss(desk: Desk, paths: list[Path], tiny_model: Path) -> None:
    (tiny_model / "model.onnx").unlink()
    hand = Hand(desk)
    assert not hand.welcome()
    assert hand._child.wait(LIMIT) == 0, "it ends without a word: a frozen one would show a window"
    hand.close()
    with Hands(desk, alone=0.0) as hands:
        hands.pace = 1.0
        hands.expect(100)
        assert len(hands.measure(paths, None).result(LIMIT)) == len(paths)


def test_short_runs_and_single_threads_start_nothing(desk: Desk, paths: list[Path], tiny_model: Path) -> None:
    one = Desk(Classifier(Manifest.read(tiny_model), provider="cpu", threads=1), desk.recipe, 200.0)
    for few, fields in ((one, 10**9), (desk, 5)):
        with Hands(few, alone=3.0) as hands:
            hands.measure(paths, None).result(LIMIT)
            hands.pace = 0.01
            hands.expect(fields)
            assert hands._programs == []


@pytest.mark.skipif(os.name == "nt", reason="a script that is a program")
def test_the_frozen_program_becomes_a_hand_when_it_is_called_so(
    desk: Desk, paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "leukemia-desktop"
    frozen.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "{ROOT}/packaging/frozen.py" "$@"\n')
    frozen.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(frozen))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [str(frozen), ARGUMENT]
    hand = Hand(desk)
    try:
        assert hand.welcome()
        assert timeless(hand.measure(paths, None)) == timeless(desk.measure(paths, None))
    finally:
        hand.close()
