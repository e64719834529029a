"""The label inventory of the tagger: what each head may say, in the order of the outputs of the weights."""

from __future__ import annotations

IGNORE = -100
OUTSIDE = "O"

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
XPOS = tuple(
    """CC CD DT EX FW IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ
    WDT WP WP$ WRB . , : `` '' -LRB- -RRB- $ HYPH NFP ADD GW AFX LS #""".split()
)
FEATURES: dict[str, tuple[str, ...]] = {
    "Tense": ("_", "Past", "Pres"),
    "Mood": ("_", "Ind", "Imp", "Sub"),
    "VerbForm": ("_", "Fin", "Inf", "Part", "Ger"),
    "Voice": ("_", "Pass"),
    "Polarity": ("_", "Neg"),
    "Number": ("_", "Sing", "Plur"),
}
NAME_TYPES = ("PER", "ORG", "LOC", "EVENT")
ATTRIBUTION_ROLES = ("SOURCE", "CONTENT")
ARGUMENT_ROLES = tuple(
    """ARG0 ARG1 ARG2 ARG3 ARG4 ARGM-TMP ARGM-LOC ARGM-MOD ARGM-NEG ARGM-ADV ARGM-MNR ARGM-DIS ARGM-PRP ARGM-CAU
    ARGM-EXT ARGM-DIR ARGM-ADJ ARGM-PRD ARGM-PRR ARGM-LVB ARGM-GOL ARGM-CXN ARGM-COM ARGM-REC R-ARG0 R-ARG1 R-ARG2
    R-ARGM-LOC R-ARGM-TMP C-ARG0 C-ARG1 C-ARG2 C-V C-ARGM-CXN""".split()
)


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """`O`, then `B-x` and `I-x` for each kind: O is 0, B is odd, I the even number after it."""
    return (OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


TOKEN_HEADS: dict[str, tuple[str, ...]] = {
    "upos": UPOS,
    "xpos": XPOS,
    **FEATURES,
    "name": bio(NAME_TYPES),
    "predicate": (OUTSIDE, "PRED"),
    "cue": bio(("CUE",)),
}
RELATIONS = tuple(
    """root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
    compound:prt conj cop csubj csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj
    list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
    obl:unmarked orphan parataxis punct reparandum vocative xcomp""".split()
)
"""Universal Dependencies 2.x; a subtype that is not here is read as its main relation."""

FRAME_HEADS: dict[str, tuple[str, ...]] = {"attribution": bio(ATTRIBUTION_ROLES), "argument": bio(ARGUMENT_ROLES)}

SHAPES = ("none", "lower", "title", "upper", "initial", "mixed", "number", "alphanumeric", "mark", "uncased")


def shape(word: str) -> int:
    """The number in `SHAPES` of a word: the encoder is uncased, so "US" and "us" differ by this alone."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return SHAPES.index("number" if any(c.isdigit() for c in word) else "mark")
    if any(c.isdigit() for c in word):
        return SHAPES.index("alphanumeric")
    if word.islower():
        return SHAPES.index("lower")
    if word.isupper():
        return SHAPES.index("upper" if len(letters) > 1 else "initial")
    if word.istitle():
        return SHAPES.index("title")
    return SHAPES.index("mixed" if word.upper() != word.lower() else "uncased")
