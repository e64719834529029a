"""The modes and contexts of PLOVER (Political Language Ontology for Verifiable Event Records, version of 2021).

The code lists follow the manual of the Open Event Data Alliance (https://github.com/openeventdata/PLOVER); the sixteen
types are `schema.event.EventType`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from onrecord.schema.event import EventType

TYPES: frozenset[str] = frozenset(get_args(EventType))

_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    " heavy-weapons crowd-control unconventional sideAB",
}

MODES: Mapping[str, frozenset[str]] = MappingProxyType(
    {type_: frozenset(_MODES.get(type_, "").split()) for type_ in TYPES}
)

_CONTEXTS = """
    military intelligence executive legislative election political_institutions pro_democracy pro_autocracy
    economic legal reparations human_rights rights_freedoms repression human_security gender lgbt
    religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters
    natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
    trafficking
"""

CONTEXTS: frozenset[str] = frozenset(_CONTEXTS.split())

SECTORS: frozenset[str] = frozenset(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC""".split()
)

# What stands for a country where an actor belongs to none.
NO_COUNTRY: frozenset[str] = frozenset(["IGO", "NGO", "MNC"])
