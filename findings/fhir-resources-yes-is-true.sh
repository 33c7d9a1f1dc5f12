#!/usr/bin/env bash
# fhir.resources takes "yes" for true and true for 1, and calls it valid
#
# Versions   fhir.resources 8.3.0 (fhir-core 1.1.12, pydantic 2.14.4).
# Guess      model_validate_json() is a check against the specification: a date without a zone or an id with an underscore
#            is refused. valueBoolean "yes" and valueInteger true are then refused as well: in the JSON of FHIR a boolean
#            is true or false, an integer a number.
# Behaviour  Texts are turned into booleans ("yes", "off"), booleans and texts into integers. The resource that comes back
#            says something that was not in the file.
# Seen       "valueBoolean": "yes" -> true; "valueInteger": true -> 1; "valueInteger": "5" -> 5; id "a_b": refused
# Documented The README says that codes (enums) are not checked. Nothing on the types of JSON.
# Matters    A file that passes the check here is refused by a server, and "was there pain: off" has become an answer.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages fhir.resources==8.3.0 fhir-core==1.1.12 pydantic==2.14.4 pydantic-core==2.50.5
python <<'PY'
import json

from fhir.resources.observation import Observation
from pydantic import ValidationError


def read(**part):
    whole = {"resourceType": "Observation", "status": "final", "code": {"text": "pain"}, **part}
    try:
        back = json.loads(Observation.model_validate_json(json.dumps(whole)).model_dump_json())
    except ValidationError:
        return "refused"
    return back[next(iter(part))]


seen("an id that the specification forbids", read(id="a_b"), "refused")
seen("a moment without a zone", read(effectiveDateTime="2026-11-30T10:00:00"), "refused")
seen('valueBoolean "yes"', read(valueBoolean="yes") is True, True)
seen('valueBoolean "off"', read(valueBoolean="off") is False, True)
seen("valueInteger true", (read(valueInteger=True), type(read(valueInteger=True)).__name__), (1, "int"))
seen('valueInteger "5"', read(valueInteger="5"), 5)
PY
