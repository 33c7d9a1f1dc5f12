#!/usr/bin/env bash
# fhir.resources keeps the decimals of a number in memory and loses them on the way out
#
# Versions   fhir.resources 8.3.0 (fhir-core 1.1.12, pydantic 2.14.4).
# Guess      Quantity.value is a Decimal, so that 5.00 stays 5.00: FHIR says that the precision of a decimal has meaning and
#            shall be kept. Out comes what went in.
# Behaviour  Read from JSON, 5.00 is Decimal('5.0') already, and 18 decimals become 14. A Decimal('5.00') that is set stays so
#            in memory, and is written as 5.0; Decimal('1E+2') as 100. The way out goes through float.
# Seen       JSON 5.00 -> Decimal('5.0'); Decimal('5.00') -> in memory 5.00 -> JSON 5.0; 1.10 -> 1.1
# Documented FHIR, data types, decimal: "The precision of the decimal value has significance". Not in the README.
# Matters    "5.00 kg" says how well it was weighed; the file says something else, and a signature over the text breaks.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages fhir.resources==8.3.0 fhir-core==1.1.12 pydantic==2.14.4 pydantic-core==2.50.5
python <<'PY'
from decimal import Decimal

from fhir.resources.quantity import Quantity


def read(number):
    return str(Quantity.model_validate_json('{"value": ' + number + "}").value)


def written(number):
    return Quantity(value=Decimal(number)).model_dump_json()


seen("5.00 read", read("5.00"), "5.0")
seen("18 decimals read", read("0.123456789012345678"), "0.12345678901234568")
seen("Decimal('5.00') in memory", str(Quantity(value=Decimal("5.00")).value), "5.00")
seen("Decimal('5.00') written", written("5.00"), '{"value":5.0}')
seen("Decimal('1.10') written", written("1.10"), '{"value":1.1}')
PY
