"""The safety messages, word for word, by their ids. They are shown, and later spoken, through the translator.

Sentences are short on purpose: 15 words or fewer, one idea each, no promise, no blame and no alarm.
"""

from __future__ import annotations


def translatable(_context: str, text: str) -> str:
    """Mark a text for the translators and return it as it is."""
    return text


M_FOR = translatable(
    "messages",
    "Gentle stretches for a lower back that feels tight, or mildly or moderately sore. Not for severe pain.",
)
M_RULE = translatable(
    "messages",
    "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, press stop.",
)
M_STOP_TITLE = translatable("messages", "We have stopped.")
M_STOP_FIRST = translatable("messages", "You did the right thing. Rest in a position that feels easier.")
M_STOP_THEN = translatable("messages", "Leave these stretches for now. Talk to a health professional about this pain.")
M_STOP_SIGNS = translatable("messages", "Get emergency help if you notice any of these")
M_MISTAKE = translatable("messages", "Do you have more pain than when you started?")
M_DONE = translatable("messages", "Get up slowly. If your back hurts more later, leave the stretches and ask for help.")
M_BOOK = translatable(
    "messages",
    "Not helping? Book a visit with a health professional. They can check what your back needs.",
)
M_NOTDEVICE = translatable(
    "messages",
    "coach guides general stretching and relaxation. It is not a medical device. It does not find, treat or prevent any"
    " illness or injury. It does not replace a health professional.",
)
M_LIST = translatable("messages", "Most back pain is not serious. These signs are rare, but they matter.")
M_READY = (
    translatable("messages", "Clear, non-slip floor with a mat or carpet, and room to lie down."),
    translatable("messages", "A steady chair and your phone within reach."),
    translatable("messages", "Loose clothes, and not straight after a big meal."),
    translatable("messages", "Unsure about getting up? Have someone nearby."),
)

EMERGENCY_SHORT = (
    translatable("messages", "Numbness around your genitals, bottom or inner thighs"),
    translatable("messages", "New trouble weeing, or leaking wee or poo"),
    translatable("messages", "Weak, numb or tingling legs on both sides"),
    translatable("messages", "Chest pain or trouble breathing"),
)
"""The signs that the stopped page shows at once; the full list is one press away."""

EMERGENCY_SIGNS = (
    translatable("messages", "Numbness or tingling around your genitals, bottom or inner thighs"),
    translatable("messages", "It is newly hard to start, stop or feel yourself weeing"),
    translatable("messages", "You leak wee or poo, or cannot feel when you need to go"),
    translatable("messages", "New loss of feeling during sex, or new erection trouble"),
    translatable("messages", "Pain, tingling, weakness or numbness in both legs"),
    translatable("messages", "A leg is quickly getting weaker, or walking is newly unsteady"),
    translatable("messages", "It started with a bad fall, a crash or a hard blow"),
    translatable("messages", "Weak bones or long-term steroid tablets, and even a small fall"),
    translatable("messages", "Chest pain, trouble breathing, or you feel about to pass out"),
    translatable("messages", "Sudden, very strong pain in your tummy or back"),
)
"""Back pain with any of these needs emergency help now."""

STOPPING_IN_A_GAP = translatable("messages", "Stopping. Stay where you feel best.")
"""The release line of a pain stop between two blocks of work."""
