"""The safety messages, word for word, by their ids. They are shown, and later spoken, through the translator.

Sentences are short on purpose: 15 words or fewer, one idea each, no promise, no blame and no alarm.
"""

from __future__ import annotations

from coach.words.catalogue import translatable

M_FOR = translatable(
    "Gentle stretches for a lower back that feels tight, or mildly or moderately sore. Not for severe pain.",
)
M_RULE = translatable(
    "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, press stop.",
)
M_RULE_ON_PAPER = translatable(
    "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, stop.",
)
"""The same where there is nothing to press."""
STOP_WHEN = (
    translatable("More pain than at the start."),
    translatable("Pain that is new or moves down a leg."),
)
M_STOP_TITLE = translatable("We have stopped.")
M_STOP_FIRST = translatable("You did the right thing. Rest in a position that feels easier.")
M_STOP_THEN = translatable("Leave these stretches for now. Talk to a health professional about this pain.")
M_STOP_SIGNS = translatable("Get emergency help if you notice any of these")
M_MISTAKE = translatable("Do you have more pain than when you started?")
M_DONE = translatable("Get up slowly. If your back hurts more later, leave the stretches and ask for help.")
M_DONE_SHORT = translatable("Get up slowly.")
"""The same where there is advice about more pain: that comes first."""
M_BOOK = translatable(
    "Not helping? Book a visit with a health professional. They can check what your back needs.",
)
M_NOTDEVICE = translatable(
    "coach guides general stretching and relaxation. It is not a medical device. It does not find, treat or prevent any"
    " illness or injury. It does not replace a health professional.",
)
M_LIST = translatable("Most back pain is not serious. These signs are rare, but they matter.")
M_READY = (
    translatable("Clear, non-slip floor with a mat or carpet, and room to lie down."),
    translatable("A steady chair and your phone within reach."),
    translatable("Loose clothes, and not straight after a big meal."),
    translatable("Unsure about getting up? Have someone nearby."),
)

M_GENTLE = translatable("You chose moderate. Go gently. The easier ways come first today. Stop early if you like.")
M_EASIER_FIRST = translatable("The easier ways come first today.")
"""The same for whoever goes gently for another reason."""
M_SEVERE_TITLE = translatable("Please stop here.")
M_SEVERE = translatable(
    "These stretches are not meant for severe pain. Contact a health professional. If you have any of these signs, get"
    " emergency help now:",
)
M_FLAG_TITLE = translatable("Please do not stretch now.")
M_FLAG = translatable(
    "One of the signs you saw needs a professional. Signs in the first list: get emergency help now. Signs in the"
    " second list: call a doctor or advice line today.",
)
M_FLAG_TODAY = translatable(
    "One of the signs you saw needs a professional. Signs in the second list: call a doctor or advice line today.",
)
"""The same for whoever has a sign of the second list alone."""
M_CLEARED = translatable(
    "Somebody who knows your back has said yes. Go gently. If anything is new or different, stop and ask again.",
)
M_ASKFIRST_TITLE = translatable("Ask first.")
M_ASKFIRST = translatable("Tell a health professional about these stretches. Start when they say it is fine for you.")
M_WORSE_TITLE = translatable("More pain than before means stop.")
M_WORSE = translatable("Leave these stretches. Talk to a health professional before you try again.")
M_AGAIN = translatable(
    "Last time, your pain went up. The advice is to talk to a health professional first. You decide."
)
M_TOMORROW = translatable(
    "It is still the same day. Waiting until tomorrow tells you more about how your back took it.",
)
M_TWICE = translatable("It has hurt two times in a row. Please see a health professional before the next try.")

ASK_PAIN = translatable("How does your lower back feel right now?")
ASK_PAIN_AFTER = translatable("How does your lower back feel now?")
ASK_PAIN_HELP = translatable("0 is no pain. 10 is the worst pain you can think of.")
ASK_AFTER_LAST = translatable("After last time, did your back hurt more, that day or the day after?")
ASK_SIGN = translatable("Any warning sign since last time?")
ASK_URGENT = translatable("Is any of them in the first list?")
ASK_LOOKED_AT = translatable(
    "Has a doctor or physiotherapist looked at this back pain, and said that gentle stretching is fine for you?",
)
ASK_CLEARED = translatable("Has a health professional told you that gentle stretching is fine for you?")
ASK_SETTLED = translatable("Has the pain from last time gone back to your usual level?")
ASK_RESTART = translatable("What would you like to do?")
ASK_BECAUSE = translatable("Because of pain?")
ASK_COMPARED = translatable("Compared with before:")
ASK_HELPS = translatable("Do these stretches help you?")

PAIN_WORDS = {
    # Note: how strong the pain is
    "none": (translatable("none"), translatable("Stiff or tight at most.")),
    # Note: how strong the pain is
    "mild": (translatable("mild"), translatable("You notice it, but it does not stop you.")),
    "moderate": (
        # Note: how strong the pain is
        translatable("moderate"),
        translatable("It is hard to ignore, but you can still do your day."),
    ),
    "severe": (
        # Note: how strong the pain is
        translatable("severe"),
        translatable("Hard to think or talk, sleep, or move, wash or dress."),
    ),
}
"""The word under the numbers, and what it means."""
PAIN_TITLES = {
    # Note: how strong the pain is, at the beginning of a line
    "none": translatable("None"),
    # Note: how strong the pain is, at the beginning of a line
    "mild": translatable("Mild"),
    # Note: how strong the pain is, at the beginning of a line
    "moderate": translatable("Moderate"),
    # Note: how strong the pain is, at the beginning of a line
    "severe": translatable("Severe"),
}
"""The same words where they begin a line."""

EMERGENCY_TITLE = translatable("Back pain with any of these? Get emergency help now.")
TODAY_TITLE = translatable("Back pain with any of these? Speak to a doctor or advice line today.")
BOOK_TITLE = translatable("Not urgent, but worth a visit.")
ASK_FIRST_TITLE = translatable("If any of these is true for you, ask a health professional before you start.")

TODAY_SIGNS = (
    translatable("A high temperature, shivering, or feeling ill"),
    translatable("Losing weight without trying"),
    translatable("A lump, swelling or new shape in your back"),
    translatable("Resting does not ease it, or nights are worse"),
    translatable("Coughing, sneezing or pooing makes it worse"),
    translatable("The pain is high up, between your shoulder blades"),
    translatable("You have had cancer, or your immune system is weak"),
    translatable("You inject drugs, or had a bad infection recently"),
    translatable("New leg pain that goes below the knee, or new tripping"),
    translatable("A pulsing feeling in your tummy that is new"),
)
"""Back pain with any of these needs medical advice today."""

BOOK_SIGNS = (
    translatable("It has not started to ease after a few weeks."),
    translatable("It keeps you from daily life, or grows over time."),
    translatable("You are worried about it."),
)
"""These do not close the routine."""

ASK_FIRST = (
    translatable("You are pregnant"),
    translatable("You have weak bones (osteoporosis) or a past spine fracture"),
    translatable("You had surgery or a bad injury in recent months (back, tummy, hip, knee, shoulder)"),
    translatable("You have a new hip, or were told to limit a hip"),
    translatable("You have a fused or unstable spine"),
    translatable("A professional told you to avoid bending or twisting"),
    translatable("You have glaucoma, or must not put your head down"),
    translatable("You have heart or blood pressure problems that are not settled"),
    translatable("Your knees, wrists or shoulders hurt when you kneel or lean"),
    translatable("You cannot get down to the floor and up again alone"),
    translatable("You are under 18"),
)
"""Lines that the person knows to be true of themselves; they stand nowhere else."""

EMERGENCY_SHORT = (
    translatable("Numbness around your genitals, bottom or inner thighs"),
    translatable("New trouble weeing, or leaking wee or poo"),
    translatable("Weak, numb or tingling legs on both sides"),
    translatable("Chest pain or trouble breathing"),
)
"""The signs that the stopped page shows at once; the full list is one press away."""

EMERGENCY_SIGNS = (
    translatable("Numbness or tingling around your genitals, bottom or inner thighs"),
    translatable("It is newly hard to start, stop or feel yourself weeing"),
    translatable("You leak wee or poo, or cannot feel when you need to go"),
    translatable("New loss of feeling during sex, or new erection trouble"),
    translatable("Pain, tingling, weakness or numbness in both legs"),
    translatable("A leg is quickly getting weaker, or walking is newly unsteady"),
    translatable("It started with a bad fall, a crash or a hard blow"),
    translatable("Weak bones or long-term steroid tablets, and even a small fall"),
    translatable("Chest pain, trouble breathing, or you feel about to pass out"),
    translatable("Sudden, very strong pain in your tummy or back"),
)
"""Back pain with any of these needs emergency help now."""

STOPPING_IN_A_GAP = translatable("Stopping. Stay where you feel best.")
"""The release line of a pain stop between two blocks of work."""
STOPPING_ON_A_WAY = translatable("Stopping. Sit or lie down slowly.")
"""The same on the way to the floor, from one position to another, and up again."""
STOPPING_OWN = translatable("Stopping. Come out slowly, and rest.")
"""The release line of a pain stop in an exercise whose own words nobody recorded and nothing can speak."""
