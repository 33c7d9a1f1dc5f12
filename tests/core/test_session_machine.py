"""Any session, driven by chance: what holds at every step, whatever the person does and however late we look.

Each step is done twice: by `run` in one step, and by `twin` in many small ones. The two must never differ.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coach.core.events import (
    BecauseOfPain,
    BlockEnded,
    BlockStarted,
    EasierChosen,
    Event,
    Finished,
    Input,
    Leaving,
    Outcome,
    PainStopped,
    Phase,
    Resumed,
)
from coach.core.pacing import PACINGS, Preset
from coach.core.phases import NotAllowed
from coach.core.session import LEAD_IN_MS
from coach.core.timeline import BlockKind, plan
from tests.cases import Object, exercise, routine
from tests.runs import Run

if TYPE_CHECKING:
    from coach.core.timeline import Block, Timeline


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    sides = st.sampled_from([[], ["right"], ["right", "left"]])
    bases = st.sampled_from(["supine", "standing", "seated"])
    work_s = st.one_of(st.integers(1, 20), st.just(30))
    told = [
        exercise(
            f"e{number}",
            base=draw(bases),
            sides=draw(sides),
            rounds=draw(st.integers(1, 3)),
            work_s=draw(work_s),
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    gaps: Object = {name: draw(st.integers(0, 6)) for name in ("get_ready", "change", "near", "new_position")}
    presets = st.sampled_from([Preset.DEFAULT, Preset.DEFAULT, Preset.QUICK, Preset.WAIT_FOR_ME])
    planned = plan(routine(*told, gaps=gaps), PACINGS[draw(presets)])
    ways = st.lists(st.none() | st.integers(1_000, 20_000), max_size=3).map(tuple)
    return replace(planned, easier_holds_ms=tuple(draw(ways) for _each in told))


def lasting_ms(timeline: Timeline, block: Block, way: int | None) -> int:
    """Return how long a block lasts with an easier way: a hold never longer than it is prescribed."""
    if way is None or block.kind is not BlockKind.HOLD:
        return block.duration_ms
    hold_ms = timeline.easier_holds_ms[block.position][way]
    return block.duration_ms if hold_ms is None else min(hold_ms, block.duration_ms)


STEPS = st.one_of(st.integers(0, 5_000), st.sampled_from([0, 1, 999, 1_000, 3_000, 15_000, 60_000]))
CUTS = st.lists(st.floats(0, 1), max_size=6)
JUST_THERE = st.sampled_from([-1, 0, 1])


class SessionMachine(RuleBasedStateMachine):
    """One session, its twin, and everything that they told."""

    @initialize(timeline=timelines())
    def begin(self, timeline: Timeline) -> None:
        self.run, self.twin = Run(timeline), Run(timeline)

    # What can be done

    @rule(step_ms=STEPS, cuts=CUTS)
    def let_time_pass(self, step_ms: int, cuts: list[float]) -> None:
        self.pass_time(step_ms, cuts)

    @rule(off_ms=JUST_THERE, cuts=CUTS)
    def wake_at_the_deadline(self, off_ms: int, cuts: list[float]) -> None:
        deadline = self.run.session.deadline()
        if deadline is not None:
            self.pass_time(max(0, deadline + off_ms - self.run.now_ms), cuts)

    @precondition(lambda self: self.run.shot.allowed)
    @rule(data=st.data(), late_ms=STEPS, cuts=CUTS)
    def ask_for_what_is_allowed_now(self, data: st.DataObject, late_ms: int, cuts: list[float]) -> None:
        allowed = sorted(self.run.shot.allowed, key=lambda wanted: wanted.name)
        last = self.run.timeline.blocks[-1].position
        self.ask(data.draw(st.sampled_from(allowed)), data.draw(st.integers(0, last)), late_ms, cuts)

    @rule(wanted=st.sampled_from(Input), position=st.none() | st.integers(-1, 4), late_ms=STEPS, cuts=CUTS)
    def ask_for_anything(self, wanted: Input, position: int | None, late_ms: int, cuts: list[float]) -> None:
        self.ask(wanted, position, late_ms, cuts)

    @precondition(lambda self: Input.PAUSE in self.run.shot.allowed)
    @rule()
    def pause_and_go_on_at_once(self) -> None:
        before = self.run.shot
        for each in (self.run, self.twin):
            each.press(Input.PAUSE)
            resumed = each.press(Input.RESUME)
        lead_in_ms = LEAD_IN_MS if before.block.kind.is_work else 0
        assert resumed[0] == Resumed(self.run.now_ms, lead_in_ms)
        again_ms = 0 if before.block.kind.is_work else before.spent_ms  # a gap begins anew
        assert self.run.shot == replace(
            before,
            lead_in_ms=lead_in_ms,
            spent_ms=before.spent_ms - again_ms,
            elapsed_ms=before.elapsed_ms - again_ms,
            rest_ms=before.rest_ms + again_ms,
        )

    @rule(part=st.floats(0, 1), idle_ms=STEPS)
    def a_snapshot_ages_as_the_session_does(self, part: float, idle_ms: int) -> None:
        due_ms = self.run.session.deadline()
        later_ms = self.run.now_ms + (idle_ms if due_ms is None else int(part * (due_ms - self.run.now_ms)))
        assert self.run.shot.at(later_ms) == self.run.session.snapshot(later_ms)

    # How it is done

    def pass_time(self, step_ms: int, cuts: list[float]) -> None:
        stands_still = self.run.session.deadline() is None
        before, began_ms = self.run.shot, self.run.now_ms
        told = self.run.wait(step_ms)
        if stands_still:
            assert told == ()
            assert self.run.shot == replace(before, now_ms=self.run.now_ms)
        assert told == self.twin_waits(step_ms, cuts)
        assert all(began_ms <= event.at_ms <= self.run.now_ms for event in told)

    def twin_waits(self, step_ms: int, cuts: list[float]) -> tuple[Event, ...]:
        told: tuple[Event, ...] = ()
        ends_ms = self.twin.now_ms + step_ms
        for instant_ms in sorted(self.twin.now_ms + int(cut * step_ms) for cut in cuts):
            told += self.twin.wait(instant_ms - self.twin.now_ms)
        return told + self.twin.wait(ends_ms - self.twin.now_ms)

    def ask(self, wanted: Input, position: int | None, late_ms: int, cuts: list[float]) -> None:
        """Ask the late session for something at an instant that its twin has reached in small steps."""
        told = self.twin_waits(late_ms, cuts)
        last = self.run.timeline.blocks[-1].position
        fits = wanted is not Input.JUMP or (position is not None and 0 <= position <= last)
        if wanted in self.twin.shot.allowed and fits:
            told += self.twin.press(wanted, position)
            self.run.now_ms += late_ms
            assert self.run.press(wanted, position) == told
        else:
            self.refuse(wanted, position, self.run.now_ms + late_ms)
            with pytest.raises(NotAllowed):
                self.twin.press(wanted, position)
            assert self.run.wait(late_ms) == told

    def refuse(self, wanted: Input, position: int | None, at_ms: int) -> None:
        before, deadline = self.run.shot, self.run.session.deadline()
        with pytest.raises(NotAllowed):
            self.run.session.handle(wanted, at_ms, position)
        assert (self.run.shot, self.run.session.deadline()) == (before, deadline)

    # What always holds

    @invariant()
    def one_big_step_equals_many_small_ones(self) -> None:
        assert self.run.shot == self.twin.shot
        assert self.run.session.deadline() == self.twin.session.deadline()
        assert self.run.happened == self.twin.happened

    @invariant()
    def events_come_in_order_and_never_from_the_future(self) -> None:
        instants = [event.at_ms for event in self.run.happened]
        assert instants == sorted(instants)
        assert not instants or instants[-1] <= self.run.now_ms

    @invariant()
    def a_block_never_gives_more_time_than_it_has(self) -> None:
        shot = self.run.shot
        assert 0 <= shot.spent_ms <= shot.duration_ms
        assert 0 <= shot.lead_in_ms <= LEAD_IN_MS
        for event in self.run.happened:
            if isinstance(event, BlockEnded):
                assert event.spent_ms >= 0

    @invariant()
    def the_deadline_is_never_before_now(self) -> None:
        deadline = self.run.session.deadline()
        assert deadline is None or deadline >= self.run.now_ms
        assert (deadline is not None) == (self.run.shot.runs or Input.BECAUSE_OF_PAIN in self.run.shot.allowed)

    @invariant()
    def the_time_of_the_blocks_adds_up(self) -> None:
        shot = self.run.shot
        left_ms = sum(event.spent_ms for event in self.run.happened if isinstance(event, BlockEnded))
        assert shot.elapsed_ms == left_ms + (shot.spent_ms if shot.phase.is_live else 0)
        after = self.run.timeline.blocks[shot.index + 1 :]
        ways = self.ways()
        after_ms = sum(lasting_ms(self.run.timeline, block, ways.get(block.position)) for block in after)
        over = shot.phase in {Phase.STOPPED_FOR_PAIN, Phase.FINISHED, Phase.ENDED}
        assert shot.rest_ms == (0 if over else shot.left_ms + after_ms)

    def ways(self) -> dict[int, int | None]:
        """Return the way that was chosen last for each exercise, by its position."""
        return {event.block.position: event.way for event in self.run.happened if isinstance(event, EasierChosen)}

    @invariant()
    def ways_are_chosen_in_turn(self) -> None:
        shot, last = self.run.shot, dict.fromkeys(range(len(self.run.timeline.easier_holds_ms)))
        for event in self.run.happened:
            if isinstance(event, EasierChosen):
                here = event.block.position
                turn = [None, *range(len(self.run.timeline.easier_holds_ms[here]))]
                assert event.way == turn[(turn.index(last[here]) + 1) % len(turn)]
                last[here] = event.way
        assert shot.easier == last[shot.block.position]
        if shot.phase.is_live:
            assert (Input.EASIER in shot.allowed) is shot.has_easier

    @invariant()
    def after_a_pain_stop_only_a_mistake_can_be_told(self) -> None:
        shot = self.run.shot
        if shot.phase is Phase.STOPPED_FOR_PAIN:
            assert shot.allowed == {Input.MISTAKE}
        if shot.phase.is_live:
            assert Input.PAIN_STOP in shot.allowed

    @invariant()
    def because_of_pain_can_be_said_for_a_while_after_the_last_skip(self) -> None:
        shot, until_ms, index = self.run.shot, None, None
        for event in self.run.happened:
            if isinstance(event, BlockEnded) and event.why is Leaving.SKIPPED:
                until_ms, index = event.at_ms + 12_000, event.index
            elif isinstance(event, BecauseOfPain):
                assert until_ms is not None
                assert event.at_ms < until_ms
                assert event.index == index
            elif isinstance(event, PainStopped):
                until_ms = None
        if shot.phase.is_live:
            asks = until_ms is not None and self.run.now_ms < until_ms
            assert (Input.BECAUSE_OF_PAIN in shot.allowed) is asks
            assert shot.because_until_ms == (until_ms if asks else None)
        else:
            assert Input.BECAUSE_OF_PAIN not in shot.allowed

    @invariant()
    def blocks_begin_and_end_in_turn(self) -> None:
        place: int | None = None
        for event in self.run.happened:
            if isinstance(event, BlockStarted):
                assert place is None
                place = event.index
            elif isinstance(event, BlockEnded):
                assert place == event.index
                place = None
            assert not isinstance(event, Finished) or place is None
        assert place == (self.run.shot.index if self.run.shot.phase.is_live else None)

    @invariant()
    def done_is_what_ran_to_its_end(self) -> None:
        ended = [event for event in self.run.happened if isinstance(event, BlockEnded)]
        done = {event.index for event in ended if event.why is Leaving.DONE and event.block.kind.is_work}
        outcomes = self.run.shot.outcomes
        assert {index for index, outcome in enumerate(outcomes) if outcome is Outcome.DONE} == done
        for event in ended:
            # Who lies there early says so: the way down alone may be done before its time is over.
            if event.why is Leaving.DONE and not event.block.waits and event.block.kind is not BlockKind.WAY:
                ways = range(len(self.run.timeline.easier_holds_ms[event.block.position]))
                least_ms = min(lasting_ms(self.run.timeline, event.block, way) for way in (None, *ways))
                assert event.spent_ms >= least_ms


SessionMachine.TestCase.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
TestSessionMachine = SessionMachine.TestCase
