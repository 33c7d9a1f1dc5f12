#!/usr/bin/env bash
# A short date that QLocale has written is a hundred years older when QLocale reads it
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      toDate() reads what toString() of the same locale and format has written, and takes a year of two digits for one
#            near today, as strptime, JavaScript and every spreadsheet do: 30.11.26 is 2026.
# Behaviour  Two digits are always 19xx. Whether the short format has two digits is a matter of the country: Germany and the
#            United States have, the United Kingdom has not. A QDateEdit that shows the same two digits reads them as 2026.
# Seen       de_DE: 30.11.26 -> 1926-11-30; en_US: 11/30/26 -> 1926-11-30; en_GB: 30/11/2026 -> 2026-11-30; QDateEdit: 2026
# Documented The page of QLocale::toDate: baseYear is 1900 by default, and a year of two digits is looked for from there on.
# Matters    The day an exercise was prescribed, or a date of birth, typed as the program itself shows it, is off by a
#            century in some countries only, and stays valid. Pass baseYear.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDateEdit

app = QApplication([])
SHORT = QLocale.FormatType.ShortFormat


def there_and_back(name):
    locale = QLocale(name)
    text = locale.toString(QDate(2026, 11, 30), SHORT)
    return text, locale.toDate(text, SHORT).toString(Qt.DateFormat.ISODate)


seen("en_GB", there_and_back("en_GB"), ("30/11/2026", "2026-11-30"))
seen("de_DE", there_and_back("de_DE"), ("30.11.26", "1926-11-30"))
seen("en_US", there_and_back("en_US"), ("11/30/26", "1926-11-30"))
seen("de_DE with a base", QLocale("de_DE").toDate("30.11.26", SHORT, baseYear=1970).year(), 2026)
edit = QDateEdit(QDate(2026, 1, 1))
edit.setDisplayFormat("dd.MM.yy")
seen("QDateEdit", edit.dateTimeFromText("30.11.26").date().year(), 2026)
PY
