"""The words for what a snapshot says: phases, sides, what comes next, times. All through the translator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core import messages
from coach.core.events import BlockStarted, MistakeTaken, Paused, Phase, Resumed, Started, TimeAdded
from coach.core.timeline import BlockKind
from coach.words.basics import (
    about_minutes,
    counted,
    duration,
    message,
    seconds_in_words,
    translate,
)

if TYPE_CHECKING:
    from coach.core.events import Event, Snapshot
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Block, Timeline
    from coach.store.record.values import Unfinished


def routine_facts(routine: Routine, timeline: Timeline) -> str:
    """Return how many exercises and how long, as in “7 exercises · about 20 min”."""
    one, many = translate("wording", "1 exercise"), translate("wording", "{number} exercises")
    count = counted(len(routine.exercises), one, many)
    if any(block.waits for block in timeline.blocks):
        return count
    return f"{count} · {about_minutes(timeline.total_ms)}"


def dose(exercise: Exercise) -> str:
    """Return how much of an exercise: “Warm-up · 45 s”, “3 × 30 s each side”."""
    amount = translate("wording", "{seconds} s").format(seconds=exercise.work_s)
    if exercise.rounds > 1:
        amount = translate("wording", "{rounds} × {seconds} s").format(rounds=exercise.rounds, seconds=exercise.work_s)
    if len(exercise.sides) > 1:
        amount = translate("wording", "{amount} each side").format(amount=amount)
    elif exercise.sides:
        amount = translate("wording", "{amount}, {side} side").format(amount=amount, side=side_word(exercise.sides[0]))
    return translate("wording", "Warm-up · {amount}").format(amount=amount) if exercise.warm_up else amount


def side_word(side: Side) -> str:
    """Return “right” or “left”."""
    return translate("wording", "right") if side == "right" else translate("wording", "left")


def in_side(words: str, side: Side) -> str:
    """Return what a picture shows, for a side: in the file “{side}” and “{other}” stand for right and left."""
    other: Side = "left" if side == "right" else "right"
    return words.replace("{side}", side_word(side)).replace("{other}", side_word(other))


def phase_word(snapshot: Snapshot) -> str:
    """Return the one or two words in the ring."""
    if snapshot.phase is Phase.PAUSED:
        return translate("wording", "Paused")
    if snapshot.lead_in_ms:
        return translate("wording", "Get set")
    return block_word(snapshot.block)


def block_word(block: Block) -> str:
    """Return what kind of time a block is."""
    match block.kind:
        case BlockKind.GET_READY:
            return translate("wording", "Get ready")
        case BlockKind.MOVE:
            return translate("wording", "Move on")
        case BlockKind.CHANGE if block.new_side:
            return translate("wording", "Change side")
        case BlockKind.CHANGE:
            return translate("wording", "Rest")
        case BlockKind.HOLD:
            return translate("wording", "Hold")
        case BlockKind.REPS:
            return translate("wording", "Your own pace")
        case _:
            return translate("wording", "With your breath")


def place_words(block: Block) -> str:
    """Return round and side of a block, as in “right side, round 2 of 3”; empty where it has neither."""
    parts = []
    if block.side is not None:
        parts.append(translate("wording", "{side} side").format(side=side_word(block.side)))
    if block.rounds > 1:
        parts.append(round_words(block))
    return ", ".join(parts)


def block_in_words(block: Block, routine: Routine) -> tuple[str, str, str]:
    """Return a block as the desktop shows it: exercise, side and round, kind of time."""
    place = place_words(block)
    return routine.exercises[block.position].name, place[:1].upper() + place[1:], block_word(block)


def round_words(block: Block) -> str:
    """Return the round, as in “round 2 of 3”."""
    return translate("wording", "round {round} of {rounds}").format(round=block.round, rounds=block.rounds)


def next_words(snapshot: Snapshot, routine: Routine) -> str:
    """Return what comes after this block, as in “Then: left side, round 2”."""
    block, following = snapshot.block, snapshot.following
    if following is None:
        return translate("wording", "Then: done")
    if following.position != block.position:
        name = routine.exercises[following.position].name
        return translate("wording", "Then: {exercise}").format(exercise=name)
    if following.kind.is_work:
        return translate("wording", "Then: {what}, {time}").format(
            what=lower_first(block_word(following)), time=duration(following.duration_ms)
        )
    if following.side is not None:
        return translate("wording", "Then: {side} side, round {round}").format(
            side=side_word(following.side), round=following.round
        )
    return translate("wording", "Then: round {round}").format(round=following.round)


def lower_first(text: str) -> str:
    """Return the text with a small first letter, for the middle of a line."""
    return text[:1].lower() + text[1:]


def base_words(base: str) -> str:
    """Return a base position in words."""
    return {
        "supine": translate("wording", "Lying on your back"),
        "prone": translate("wording", "Lying on your front"),
        "side-lying": translate("wording", "Lying on your side"),
        "seated": translate("wording", "Sitting"),
        "kneeling": translate("wording", "Kneeling"),
        "all-fours": translate("wording", "On hands and knees"),
        "standing": translate("wording", "Standing"),
    }[base]


def announcement(event: Event, routine: Routine) -> str:
    """Return what a screen reader says of an event; empty where the event has its own page, or is no news."""
    match event:
        case Started():
            return message(messages.M_RULE)
        case BlockStarted(block=block):
            return block_announcement(block, routine)
        case Paused() | MistakeTaken():
            return translate("wording", "Paused. Take your time.")
        case Resumed(lead_in_ms=lead_in_ms) if lead_in_ms:
            return translate("wording", "Get back into position.")
        case Resumed():
            return translate("wording", "Going on.")
        case TimeAdded(added_ms=added_ms):
            more = translate("wording", "1 second more."), translate("wording", "{number} seconds more.")
            return counted(added_ms // 1000, *more)
        case _:
            return ""


def stopped_words(release: str) -> str:
    """Return all that the stopped page tells first, for where that page cannot be shown; one paragraph a line."""
    lines = (messages.M_STOP_TITLE, messages.M_STOP_FIRST, messages.M_STOP_THEN, messages.M_STOP_SIGNS)
    title, *advice = (message(line) for line in lines)
    return "\n".join([title, release, *advice, *(message(sign) for sign in messages.EMERGENCY_SHORT)])


def block_announcement(block: Block, routine: Routine) -> str:
    """Return what a screen reader says when a block begins."""
    seconds = seconds_in_words(block.duration_ms // 1000)
    if block.waits:
        seconds = translate("wording", "Press Space when you are ready")
    place = place_words(block)
    parts = [block_word(block), place[:1].upper() + place[1:], seconds]
    if block.kind in {BlockKind.GET_READY, BlockKind.MOVE}:
        parts.insert(1, routine.exercises[block.position].name)
    return ". ".join(part for part in parts if part) + "."


def unfinished_words(found: Unfinished, name: str, minutes: int) -> str:
    """Return where a session was cut off and how long ago, in words."""
    rounds = translate("wording", "round {round} of {rounds}").format(round=found.round, rounds=found.rounds)
    place = f"{name}, {rounds}"
    if found.side is not None:
        place += ", " + translate("wording", "{side} side").format(side=side_word(found.side))
    ago = translate("wording", "{time} ago").format(time=duration(minutes * 60_000))
    if not minutes:
        ago = translate("wording", "less than a minute ago")
    return translate("wording", "You stopped in the middle, {ago}: {place}.").format(ago=ago, place=place)
