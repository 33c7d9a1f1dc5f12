"""Words that the program never uses, in its routines, its messages and every text that is shown."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest

from coach.words import spoken_phrases
from tests.cases import ROOT, ROUTINES, Json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What may not be said: a pattern, and a line that it must catch
FORBIDDEN: list[tuple[str, str]] = [
    # urging on: 5.3 of the safety sheet, rule 4 of the exercise sheet
    (r"\bas (far|high|close|deep|hard|low) as (you can|possible)\b", "Lean as far as you can."),
    (r"\bdeep(er|en|ens)\b", "Now go deeper."),
    (r"\bno pain,? no gain\b", "No pain, no gain."),
    (r"\balmost there\b", "You are almost there."),
    (r"\bone more\b", "Just one more round."),
    (r"\bstreaks?\b", "A streak of 5 days."),
    (r"\byou missed\b", "You missed a day."),
    (r"\bpush\b(?! up with your hands)", "Push a little more."),
    (r"\bforc(e|es|ed|ing)\b", "Force the knee down."),
    (r"\b(just|only) tight muscles\b", "It is just tight muscles."),
    (r"\bpain is (good|normal)\b", "A little pain is normal."),
    # effects: the words of section 10
    (r"\btreat(s|ed|ing|ments?)?\b", "It treats back pain."),
    (r"\bheal(s|ed|ing)?\b", "It heals your back."),
    (r"\bcur(e|es|ed|ing)\b", "A cure."),
    (r"\bfix(es|ed|ing)?\b", "Fix your back."),
    (r"\brehabilitat\w*", "It rehabilitates you."),
    (r"\bcorrects\b", "It corrects your posture."),
    (r"\btherap(y|ies|ist|ists|eutic)\b", "Stretch therapy."),
    (r"\bprescri\w+", "Your prescription."),
    (r"\bprogramme for\b", "A programme for back pain."),
    (r"\brelie(f|ve|ves|ving)\b", "Back pain relief."),
    (r"\beases\b", "It eases pain."),
    (r"\breduc(e|es|ed|ing)\b", "It reduces pain."),
    (r"\bprevent(s|ed|ing)?\b", "It prevents pain."),
    (r"\bnervous system\b", "It calms the nervous system."),
    # measuring and guessing
    (r"\bmonitor(s|ed|ing)?\b", "It monitors you."),
    (r"\btrack(s|ed|ing)? your\b", "It tracks your condition."),
    (r"\bimprov\w+", "You improved by 2."),
    (r"\bscor(e|es|ed|ing)\b", "Your score."),
    (r"\brisk(s|y)?\b", "Your risk."),
    (r"(?<!do )(?<!if )\byou have\b(?! had\b)", "You have a pinched nerve."),
    (r"\bthis suggests\b", "This suggests a strain."),
    (r"\bnerves?\b", "A possible nerve problem."),
    (r"\bdoctor because\b", "See a doctor because you are ill."),
    (r"\btake (a |an |some |your )?(pain|medic|tablet|pill|ibuprofen|paracetamol)", "Take a painkiller."),
    # borrowed authority
    (r"\bclinical(ly)?\b", "Clinically proven."),
    (r"\bmedical[- ]grade\b", "Medical grade."),
    (r"\bdoctor[- ]approved\b", "Doctor approved."),
    (r"\bevidence[- ]based\b", "Evidence based."),
    # alarm and vagueness (7, language rules)
    (r"\bdanger(s|ous)?\b", "Danger."),
    (r"\bdamag(e|es|ed|ing)\b", "Your back is damaged."),
    (r"\bmay potentially\b", "This may potentially hurt."),
    (r"!", "Stop!"),
    # names of illnesses (10; the lists of who should ask first are excepted)
    (r"\bosteoporosis\b", "Osteoporosis."),
    (r"\bglaucoma\b", "Glaucoma."),
    (r"\bfractur\w+", "A fracture."),
    (r"\barthrit\w+", "Arthritis."),
    (r"\bsciatica\b", "Sciatica."),
    (r"\bcauda equina\b", "Cauda equina."),
    (r"\b(slipped|herniated) dis[ck]s?\b", "A slipped disc."),
    (r"\bspondyl\w+", "Spondylosis."),
    (r"\bstenosis\b", "Stenosis."),
    (r"\b(tumou?r|aneurysm)s?\b", "A tumour."),
    (r"(?<!had )\bcancer\b", "It could be cancer."),
]

# Lines of the sheets that come close and must pass
HARMLESS = [
    "Push up with your hands.",
    "Pushing with the feet",
    "One or more of these",
    "If you have any of these signs",
    "Do you have more pain than when you started?",
    "Ease your arms.",
    "Take slow, deep breaths at your own speed.",
    "Talk to a health professional about this pain.",
    "Long-term steroid tablets",
    "as far as feels easy",
]

WHOLE = re.compile("|".join(f"(?:{pattern})" for pattern, _line in FORBIDDEN), re.IGNORECASE)

TRANSLATORS = {"tr", "tr_in", "plural", "plural_in", "translatable", "translatable_in"}
EXCEPTED = {"M_NOTDEVICE"}
"""What it denies has to be named."""


def texts_of(value: Json, key: str = "") -> Iterator[str]:
    """Yield every text of the routine file but ids and the lists of who should ask first."""
    if key in {"ask_first", "$schema"}:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each, key)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from texts_of(each, name)


def shown_by(source: str) -> Iterator[tuple[str, str]]:
    """Yield every literal text given to a translator, with the name that the statement defines."""
    for statement in ast.parse(source).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        name = "".join(target.id for target in targets if isinstance(target, ast.Name))
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and called(call) in TRANSLATORS:
                for node in (each for argument in call.args for each in ast.walk(argument)):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        yield name, node.value


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def shown() -> list[tuple[str, str]]:
    """Return every text of the program that is shown, with its place."""
    found: list[tuple[str, str]] = []
    for path in sorted((ROOT / "coach").rglob("*.py")):
        for name, text in shown_by(path.read_text("utf-8")):
            if name not in EXCEPTED and not name.startswith("ASK_FIRST"):
                found.append((path.name, text))
    return found


@pytest.mark.parametrize(("pattern", "line"), FORBIDDEN)
def test_the_list_catches_its_own_examples(pattern: str, line: str) -> None:
    assert re.search(pattern, line, re.IGNORECASE)


@pytest.mark.parametrize("line", HARMLESS)
def test_the_list_lets_harmless_lines_pass(line: str) -> None:
    assert not WHOLE.search(line)


def test_the_search_finds_texts_where_they_are() -> None:
    source = (
        'LINE = translatable("one" " two")\ndef f(n):\n    g(tr("three"), tr_in("c", "four"), plural("five", "six", n))'
    )

    assert [text for _name, text in shown_by(source)] == [
        "one two", "three", "c", "four", "five", "six",
    ]  # fmt: skip
    places = {place for place, _text in shown()}
    assert "safety_messages.py" in places
    assert len(list(texts_of(json.loads(ROUTINES.read_text("utf-8"))))) > 200


def test_the_routines_say_none_of_it() -> None:
    told = texts_of(json.loads(ROUTINES.read_text("utf-8")))

    assert [text for text in told if WHOLE.search(text)] == []


def test_the_voice_says_none_of_it() -> None:
    assert [text for text in spoken_phrases.general_lines() if WHOLE.search(text)] == []


def test_the_program_shows_none_of_it() -> None:
    assert [(place, text) for place, text in shown() if WHOLE.search(text)] == []


MADE_FROM_CODE = ROOT / "docs" / "rooms.md"  # docstrings, which speak to those who build coach
DOCUMENTS = [
    *(ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "pyproject.toml"),
    *sorted({*(ROOT / "docs").rglob("*.md")} - {MADE_FROM_CODE}),
]
NOT_MEANT = (
    r"```.*?```|`[^`]*`|<!--.*?-->|^\[tool\..*",  # code, and what shows nowhere
    r"It does not find, treat or prevent any illness or injury\.",
    r"\bA damaged file\b",
    r"\bin force\b",
    r"\bRoyal Osteoporosis Society\b",  # who is followed in the lists of who should ask first
)


def published(path: Path) -> str:
    """Return what a document says, without code and without the few phrases that are meant otherwise."""
    text = re.sub(NOT_MEANT[0], " ", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE).replace("![", "[")
    text = " ".join(text.split())
    for phrase in NOT_MEANT[1:]:
        text = re.sub(phrase, " ", text)
    return text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_documents_say_none_of_it(path: Path) -> None:
    text = published(path)

    assert text
    assert [text[max(0, found.start() - 40) : found.end() + 40] for found in WHOLE.finditer(text)] == []


def test_what_is_meant_otherwise_hides_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# T\n`fix` It treats\nback pain. It does not find, treat or\nprevent any illness or injury.")

    assert [found.group() for found in WHOLE.finditer(published(page))] == ["treats"]


def test_the_denial_denies() -> None:
    source = (ROOT / "coach" / "words" / "safety_messages.py").read_text("utf-8")
    denial = " ".join(text for name, text in shown_by(source) if name in EXCEPTED)

    assert "is not a medical device" in denial
    assert "does not find, treat or prevent" in denial
