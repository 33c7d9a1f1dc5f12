"""The words for what a snapshot says: phases, sides, what comes next, times. All through the translator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import BlockStarted, EasierChosen, MistakeTaken, Paused, Phase, Resumed, Started, TimeAdded
from coach.core.instructions import wording
from coach.core.timeline import BlockKind, steps_to
from coach.words import safety_messages
from coach.words.basics import (
    duration,
    seconds_in_words,
    seconds_left,
    side_name,
)
from coach.words.catalogue import plural, tr, translated
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from coach.core.events import Event, Snapshot
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Block


def phase_word(snapshot: Snapshot) -> str:
    """Return the one or two words in the ring."""
    if snapshot.phase is Phase.PAUSED:
        # Note: in the ring: what to do now
        return tr("Paused")
    if snapshot.lead_in_ms:
        # Note: in the ring: what to do now
        return tr("Get set")
    return block_word(snapshot.block)


def standing_number(snapshot: Snapshot) -> int | None:
    """Return how many repetitions there are where a pause is in counted work: no clock ends that; None elsewhere."""
    block = snapshot.block
    is_counted = snapshot.phase is Phase.PAUSED and block.waits and block.kind.is_work
    return block.reps if is_counted else None


def number_words(snapshot: Snapshot, seconds: int) -> str:
    """Return the words of the ring with its number, to be said aloud: the seconds left, or how many repetitions."""
    number = standing_number(snapshot)
    if number is None:
        return seconds_left(phase_word(snapshot), seconds)
    # Note: to be said aloud: what runs, as in “Paused”, and how often something is to be done
    return plural("{what}, {number} time", "{what}, {number} times", number, what=phase_word(snapshot))


def block_word(block: Block) -> str:
    """Return what kind of time a block is."""
    match block.kind:
        case BlockKind.WAY:
            # Note: in the ring: what to do now, to get down to the floor
            return tr("Come down")
        case BlockKind.GET_READY:
            # Note: in the ring: what to do now
            return tr("Get ready")
        case BlockKind.MOVE:
            # Note: in the ring: what to do now
            return tr("Move on")
        case BlockKind.CHANGE if block.new_side:
            # Note: in the ring: what to do now
            return tr("Change side")
        case BlockKind.CHANGE:
            # Note: in the ring: what to do now
            return tr("Rest")
        case BlockKind.HOLD:
            # Note: in the ring: what to do now
            return tr("Hold")
        case BlockKind.REPS if block.reps:
            # Note: in the ring: how often to do it
            return plural("{number} time", "{number} times", block.reps)
        case BlockKind.REPS:
            # Note: in the ring: what to do now
            return tr("Your own pace")
        case _:
            # Note: in the ring: what to do now
            return tr("With your breath")


def title_words(block: Block, routine: Routine) -> str:
    """Return what a block is about: the name of its exercise; the way down to the floor belongs to none."""
    if block.kind is BlockKind.WAY:
        return tr("Down to the floor")
    return routine.exercises[block.position].name


def place_words(block: Block) -> str:
    """Return side and round of a block, as in “Right side, round 2 of 3”, after its set; empty where it has none."""
    if block.kind is BlockKind.WAY:
        return ""
    if block.sets == 1:
        return _round_place(block)
    place = _round_place(block)
    sets = {"set": block.set, "sets": block.sets}
    return tr("Set {set} of {sets} · {place}", place=place, **sets) if place else tr("Set {set} of {sets}", **sets)


def lap_words(block: Block) -> str:
    """Return which time through a group of exercises it is, as in “Circuit 2 of 3”; empty outside of one."""
    lap = block.lap
    if lap is None or block.kind is BlockKind.WAY:
        return ""
    return tr("Circuit {number} of {count}", number=lap.number, count=lap.count)


def ready_words(block: Block) -> str:
    """Return what a block says that waits for the person."""
    if block.kind.is_work:
        return tr("Press Space when you are done")
    return tr("Press Space when you are ready")


def ready_with_number(block: Block) -> str:
    """Return the same where nothing else says how many repetitions there are."""
    if not block.kind.is_work:
        return ready_words(block)
    # Note: in the ring: how often to do it, and what to do then
    return plural("{number} time. Press Space when done", "{number} times. Press Space when done", block.reps)


def _round_place(block: Block) -> str:
    if block.rounds <= 1:
        return "" if block.side is None else side_name(block.side)
    rounds = {"round": block.round, "rounds": block.rounds}
    if block.side is None:
        return tr("Round {round} of {rounds}", **rounds)
    if block.side == "right":
        return tr("Right side, round {round} of {rounds}", **rounds)
    return tr("Left side, round {round} of {rounds}", **rounds)


def block_in_words(block: Block, routine: Routine) -> tuple[str, str, str]:
    """Return a block as the desktop shows it: exercise, side and round, kind of time."""
    return title_words(block, routine), place_words(block), block_word(block)


def round_words(block: Block) -> str:
    """Return the round, as in “round 2 of 3”, with its set where there are several; empty for one of each."""
    rounds = {"round": block.round, "rounds": block.rounds}
    if block.rounds <= 1:
        return tr("set {set} of {sets}", set=block.set, sets=block.sets) if block.sets > 1 else ""
    if block.sets > 1:
        return tr("set {set} of {sets}, round {round} of {rounds}", set=block.set, sets=block.sets, **rounds)
    return tr("round {round} of {rounds}", **rounds)


def with_round(words: str, block: Block) -> str:
    """Return the words in the ring with the round behind them, as in “Hold · round 2 of 3”."""
    place = round_words(block)
    return tr("{what} · {place}", what=words, place=place) if place else words


def next_words(snapshot: Snapshot, routine: Routine) -> str:
    """Return what comes after this block, as in “Then: left side, round 2”."""
    block, following = snapshot.block, snapshot.following
    if following is None:
        return tr("Then: done")
    if following.position != block.position or block.kind is BlockKind.WAY:
        return tr("Then: {exercise}", exercise=routine.exercises[following.position].name)
    if following.kind.is_work:
        return _next_work(following)
    if following.new_set:
        return tr("Then: set {set} of {sets}", set=following.set, sets=following.sets)
    if following.side == "right":
        return tr("Then: right side, round {round}", round=following.round)
    if following.side == "left":
        return tr("Then: left side, round {round}", round=following.round)
    return tr("Then: round {round}", round=following.round)


def _next_work(block: Block) -> str:
    time = duration(block.duration_ms)
    match block.kind:
        case BlockKind.HOLD:
            return tr("Then: hold, {time}", time=time)
        case BlockKind.REPS if block.reps:
            return plural("Then: {number} time", "Then: {number} times", block.reps)
        case BlockKind.REPS:
            return tr("Then: your own pace, {time}", time=time)
        case _:
            return tr("Then: with your breath, {time}", time=time)


def stop_signs(exercise: Exercise) -> tuple[str, ...]:
    """Return when to stop: what holds for every exercise, and what this one adds."""
    return (*(translated(line) for line in safety_messages.STOP_WHEN), *exercise.stop_also)


def feel_words(exercise: Exercise) -> str:
    """Return what to feel and when to stop, to be said aloud."""
    return sentences([tr("What to feel"), exercise.feel, tr("When to stop"), *stop_signs(exercise)])


def base_words(base: str) -> str:
    """Return a base position in words."""
    return {
        "supine": tr("Lying on your back"),
        "prone": tr("Lying on your front"),
        "side-lying": tr("Lying on your side"),
        "seated": tr("Sitting"),
        "kneeling": tr("Kneeling"),
        "all-fours": tr("On hands and knees"),
        "standing": tr("Standing"),
    }[base]


def announcement(event: Event, routine: Routine, snapshot: Snapshot) -> str:
    """Return what a screen reader says at an event; empty where its page is read instead, or it is no news.

    `snapshot` is the instant of the event.
    """
    match event:
        case Started():
            return translated(safety_messages.M_RULE)
        case BlockStarted():
            return block_announcement(snapshot, routine)
        case Paused() | MistakeTaken():
            return tr("Paused. Take your time.")
        case Resumed(lead_in_ms=lead_in_ms) if lead_in_ms:
            return tr("Get back into position.")
        case Resumed():
            return tr("Going on.")
        case EasierChosen(block=block, way=way):
            return way_words(block, way, routine)
        case TimeAdded(added_ms=added_ms):
            return plural("{number} second more.", "{number} seconds more.", added_ms // 1000)
        case _:
            return ""


def way_words(block: Block, way: int | None, routine: Routine) -> str:
    """Return how the exercise of a block is done: in an easier way, by its place from 0, or None for the usual."""
    if way is None:
        return tr("Back to the usual way.")
    return wording(routine.exercises[block.position].say.easier[way].line, block.side)


def stopped_words(release: str) -> str:
    """Return the first words of the stopped page, for when that page cannot be shown; one paragraph a line."""
    lines = (
        safety_messages.M_STOP_TITLE,
        safety_messages.M_STOP_FIRST,
        safety_messages.M_STOP_THEN,
        safety_messages.M_STOP_SIGNS,
    )
    title, *advice = (translated(line) for line in lines)
    return "\n".join([title, release, *advice, *(translated(sign) for sign in safety_messages.EMERGENCY_SHORT)])


def block_announcement(snapshot: Snapshot, routine: Routine) -> str:
    """Return what a screen reader says when a block begins, with the easier way where it leads into an exercise."""
    block, easier = snapshot.block, snapshot.easier
    begins = block.kind in {BlockKind.GET_READY, BlockKind.MOVE}
    name = routine.exercises[block.position].name if begins else ""
    way = way_words(block, easier, routine) if begins and easier is not None else ""
    seconds = seconds_in_words(snapshot.duration_ms // 1000)
    if block.waits:
        seconds = ready_words(block)
    if block.kind is BlockKind.WAY:
        steps = steps_to(routine, "standing", routine.exercises[block.position])
        already = "" if block.waits else tr("Already down? Press Space.")
        stops = tr("Escape stops at once")
        return sentences([tr("Come down to the floor slowly."), *steps, seconds, already, stops])
    return sentences([block_word(block), name, lap_words(block), place_words(block), seconds, way])
