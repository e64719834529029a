"""Who is named: persons, bodies, states and groups of an article, and which words stand for them."""

from __future__ import annotations

from onrecord import read
from onrecord.schema.reading import Reading


def reading(text: str) -> Reading:
    return read(text, published="2024-03-06")


def who(text: str) -> dict[str, str | None]:
    """The words of each mention with the name of their actor."""
    found = reading(text)
    return {m.text: found.actors[m.actor].name for m in found.mentions if m.actor}


def test_a_role_before_a_name_tells_country_and_sector() -> None:
    """A person in no table has the state and the sector of the phrase."""
    actors = reading("Peruvian Defence Minister Rosaura Quintela left.").actors
    quintela = next(a for a in actors.values() if a.kind == "person")
    assert (quintela.name, quintela.country) == ("Rosaura Quintela", "PER")
    assert "GOV" in quintela.sectors


def test_a_role_beside_a_name_is_the_same_person() -> None:
    """An apposition joins the role and the name."""
    found = who("Peru's foreign minister, Teodoro Lazarte, left.")
    assert found["Peru's foreign minister"] == found["Teodoro Lazarte"] == "Teodoro Lazarte"


def test_a_surname_stands_for_the_person_named_before() -> None:
    """A short form has the identity of the full name."""
    found = who("Spokeswoman Ana Ruiz spoke. Later Ruiz left.")
    assert found["Ruiz"] == "Ana Ruiz"


def test_an_acronym_in_brackets_is_the_organisation() -> None:
    """Initials that follow a name stand for it from then on."""
    found = who("The Lake Workers Front (LWF) spoke first. The LWF left.")
    assert found["LWF"] == "Lake Workers Front"


def test_a_capital_that_acts_is_its_government() -> None:
    """ "Lima said" is Peru, "in Lima" is a place."""
    assert who("Lima urged Chile to sign.")["Lima"] == "Peru"
    assert "Lima" not in who("The boat sank in Lima.")


def test_unnamed_people_are_local_to_their_report() -> None:
    """Officials of two papers are never one actor by id."""
    actors = reading("Two Peruvian officials said so.").actors
    (officials,) = actors.values()
    assert (officials.kind, officials.country, officials.local) == ("group", "PER", True)


def test_a_pronoun_follows_the_subject_before_it() -> None:
    """She is the woman who spoke last."""
    assert who("Spokeswoman Ana Ruiz met the captain. She left.")["She"] == "Ana Ruiz"


def test_a_pronoun_that_fits_two_stays_open() -> None:
    """Of two men before it, "he" is neither."""
    assert "he" not in who("Mr. Juan Ruiz and Mr. Pedro Lazarte came, and later he left.")


def test_ministers_of_two_states_are_two() -> None:
    """ "The foreign ministers of A and B" are each one of theirs."""
    actors = reading("The transport ministers of Peru and Chile met.").actors
    assert {a.country for a in actors.values() if a.kind == "role"} == {"PER", "CHL"}


def test_a_surname_that_is_also_a_given_name_tells_no_gender() -> None:
    """ "Clinton" alone may be a woman named so in full before."""
    assert (
        who("Secretary of State Hillary Clinton flew to Paris. Clinton met the minister.")["Clinton"]
        == "Hillary Clinton"
    )


def test_an_office_without_a_name_is_its_holder_of_the_day() -> None:
    """ "The Dutch prime minister" is whoever that was when the report came out, a former one is not."""
    assert who("The Dutch prime minister left.")["Dutch prime minister"] == "Mark Rutte"
    assert "Mark Rutte" not in who("A former Dutch prime minister left.").values()
    assert "Mark Rutte" not in who("The former Dutch prime minister left.").values()


def test_names_in_other_scripts_have_ids_of_their_own() -> None:
    """Two names without a Latin letter are two persons, and not one that is unnamed."""
    found = reading("Foreign Minister Ана Иванова met Defence Minister Минко Петров in Sofia. Minister Иванова left.")
    ids = [m.actor for m in found.mentions if m.kind == "person"]
    assert len(set(ids)) == 2
    assert not any("unnamed" in (id_ or "") for id_ in ids)


def test_many_names_in_one_article_stay_apart() -> None:
    """A thousand persons in one text are a thousand actors."""
    parts = [a + b for a in "Ba Ko Ri Mu Ta Ne Lo Si Du Va".split() for b in "ra le mi no pu sa te vo ki du".split()]
    names = [f"{parts[i % 100]} {parts[i // 100]}kor" for i in range(1000)]
    text = "\n\n".join(f"Minister {name} spoke on Monday." for name in names)
    persons = {a.name for a in reading(text).actors.values() if a.kind == "person"}
    assert len(persons) > 950


def test_a_ministry_is_one_by_its_field() -> None:
    """A ministry that no table has is told by its field, however it is written, and is no other ministry."""
    found = reading(
        "Kenya's fisheries ministry spoke. Kenya's Ministry of Fisheries left. Kenya's tourism ministry stayed."
    )
    ids = [m.actor for m in found.mentions if m.kind == "organization"]
    assert ids[0] == ids[1] == "x-ken-fisheries-ministry"
    assert ids[2] == "x-ken-tourism-ministry"


def test_a_surname_stays_with_whom_it_meant_first() -> None:
    """Of a family the surname alone is the one for whom it stood before the others were named."""
    found = reading(
        "Paul Okot won the race. Okot is 31. His wife, Ruth Okot, and his brother, Sam Okot, were there.\n\n"
        "The club has nine teams. They train at night. It has a hall. The hall is new.\n\nOkot will train them."
    )
    last = [m for m in found.mentions if m.text == "Okot"][-1]
    assert found.actors[last.actor or ""].name == "Paul Okot"


def test_a_pronoun_tells_the_gender_of_a_name() -> None:
    """A person who was "she" once is not "he" afterwards."""
    found = reading("Minister Uxo Brenn left. She smiled. Later Brenn met Tom Hall. He waved.")
    he = next(m for m in found.mentions if m.text == "He")
    assert found.actors[he.actor or ""].name == "Tom Hall"


def test_a_date_before_a_role_is_nobody() -> None:
    """A month or a weekday with a comma behind it is not the name of who follows."""
    found = who(
        "The Front will not come to Oslo on March 20, the movement's spokesman, Ode Brenn, said. "
        "They will be freed on Wednesday, the mayor, Tom Hall, added. The raid of May 14, the envoy said, is over."
    )
    assert {"March", "Wednesday", "May"}.isdisjoint(found)
    assert found["Ode Brenn"] == "Ode Brenn" and found["Tom Hall"] == "Tom Hall"
