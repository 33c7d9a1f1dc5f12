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

M_GENTLE = translatable("messages", "You chose moderate. Go gently. Pick the easier versions. Stop early if you like.")
M_SEVERE_TITLE = translatable("messages", "Please stop here.")
M_SEVERE = translatable(
    "messages",
    "These stretches are not meant for severe pain. Contact a health professional. If you have any of these signs, get"
    " emergency help now:",
)
M_FLAG_TITLE = translatable("messages", "Please do not stretch now.")
M_FLAG = translatable(
    "messages",
    "One of the signs you saw needs a professional. Signs in the first list: get emergency help now. Signs in the"
    " second list: call a doctor or advice line today.",
)
M_ASKFIRST_TITLE = translatable("messages", "Ask first.")
M_ASKFIRST = translatable(
    "messages", "Tell a health professional about these stretches. Start when they say it is fine for you."
)
M_WORSE_TITLE = translatable("messages", "More pain than before means stop.")
M_WORSE = translatable("messages", "Leave these stretches. Talk to a health professional before you try again.")
M_AGAIN = translatable(
    "messages", "Last time, your pain went up. The advice is to talk to a health professional first. You decide."
)
M_TOMORROW = translatable(
    "messages",
    "It is still the same day. Waiting until tomorrow tells you more about how your back took it.",
)
M_TWICE = translatable(
    "messages", "It has hurt two times in a row. Please see a health professional before the next try."
)

ASK_PAIN = translatable("messages", "How does your lower back feel right now?")
ASK_PAIN_AFTER = translatable("messages", "How does your lower back feel now?")
ASK_PAIN_HELP = translatable("messages", "0 is no pain. 10 is the worst pain you can think of.")
ASK_AFTER_LAST = translatable("messages", "After last time, did your back hurt more, that day or the day after?")
ASK_SIGN = translatable("messages", "Any warning sign since last time?")
ASK_CLEARED = translatable("messages", "Has a health professional told you that gentle stretching is fine for you?")
ASK_SETTLED = translatable("messages", "Has the pain from last time gone back to your usual level?")
ASK_RESTART = translatable("messages", "What would you like to do?")
ASK_BECAUSE = translatable("messages", "Because of pain?")
ASK_COMPARED = translatable("messages", "Compared with before:")
ASK_HELPS = translatable("messages", "Do these stretches help you?")

PAIN_WORDS = {
    "none": (translatable("messages", "none"), translatable("messages", "Stiff or tight at most.")),
    "mild": (translatable("messages", "mild"), translatable("messages", "You notice it, but it does not stop you.")),
    "moderate": (
        translatable("messages", "moderate"),
        translatable("messages", "It is hard to ignore, but you can still do your day."),
    ),
    "severe": (
        translatable("messages", "severe"),
        translatable("messages", "Hard to think or talk, sleep, or move, wash or dress."),
    ),
}
"""The word under the numbers, and what it means."""

EMERGENCY_TITLE = translatable("messages", "Back pain with any of these? Get emergency help now.")
TODAY_TITLE = translatable("messages", "Back pain with any of these? Speak to a doctor or advice line today.")
BOOK_TITLE = translatable("messages", "Not urgent, but worth a visit.")
ASK_FIRST_TITLE = translatable(
    "messages", "If any of these is true for you, ask a health professional before you start."
)

TODAY_SIGNS = (
    translatable("messages", "A high temperature, shivering, or feeling ill"),
    translatable("messages", "Losing weight without trying"),
    translatable("messages", "A lump, swelling or new shape in your back"),
    translatable("messages", "Resting does not ease it, or nights are worse"),
    translatable("messages", "Coughing, sneezing or pooing makes it worse"),
    translatable("messages", "The pain is high up, between your shoulder blades"),
    translatable("messages", "You have had cancer, or your immune system is weak"),
    translatable("messages", "You inject drugs, or had a bad infection recently"),
    translatable("messages", "New leg pain that goes below the knee, or new tripping"),
    translatable("messages", "A pulsing feeling in your tummy that is new"),
)
"""Back pain with any of these needs medical advice today."""

BOOK_SIGNS = (
    translatable("messages", "It has not started to ease after a few weeks."),
    translatable("messages", "It keeps you from daily life, or grows over time."),
    translatable("messages", "You are worried about it."),
)
"""These do not close the routine."""

ASK_FIRST = (
    translatable("messages", "You are pregnant"),
    translatable("messages", "You have weak bones (osteoporosis) or a past spine fracture"),
    translatable("messages", "You had surgery or a bad injury in recent months (back, tummy, hip, knee, shoulder)"),
    translatable("messages", "You have a new hip, or were told to limit a hip"),
    translatable("messages", "You have a fused or unstable spine"),
    translatable("messages", "A professional told you to avoid bending or twisting"),
    translatable("messages", "You have glaucoma, or must not put your head down"),
    translatable("messages", "You have heart or blood pressure problems that are not settled"),
    translatable("messages", "Your knees, wrists or shoulders hurt when you kneel or lean"),
    translatable("messages", "You cannot get down to the floor and up again alone"),
    translatable("messages", "You are under 18"),
)
"""Lines that the person knows to be true of themselves; they stand nowhere else."""

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
