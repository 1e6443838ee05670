"""Names that are words as well: what the article and the place say decides which of the two stands there."""

from __future__ import annotations

from newslint.lexicon import word_set

GIVEN_NAMES = word_set("""
    Adam Alan Alastair Albert Alex Alexander Alice Alistair Amanda Amy Andrew Andy Angela Ann Anna Anne Anthony
    Antonio Arthur Barack Barbara Barry Ben Benjamin Bernard Bernie Betty Bill Bob Bobby Boris Brad Brian Bruce
    Carl Carlos Carol Caroline Catherine Charles Charlie Chris Christine Christopher Claire Colin Craig Dan
    Daniel Dave David Deborah Denis Dennis Derek Diana Diane Don Donald Dorothy Doug Douglas Duncan Ed Eddie
    Edward Elizabeth Ellen Emily Emma Eric Eugene Frances Francis Fred Gareth Gary Geoff Geoffrey George Gerald
    Gerry Gilbert Glen Gordon Graham Greg Gregory Guy Hannah Harold Harriet Harry Heather Helen Henry Hillary
    Howard Hugh Ian Isaac Jack Jackie Jacob Jake James Jamie Jane Janet Jason Jean Jeff Jeffrey Jennifer Jeremy
    Jerry Jessica Jill Jim Jimmy Joan Joe John Johnny Jon Jonathan Jordan Joseph Joshua Judith Judy Julia
    Julian Julie Karen Kate Katherine Kathleen Keith Ken Kenneth Kevin Kim Kyle Larry Laura Lawrence Lee Leon
    Leslie Lewis Linda Lisa Liz Louis Louise Luke Malcolm Margaret Maria Marie Marilyn Martha Martin Mary Matt
    Matthew Maureen Max Megan Michael Michelle Mike Mitch Mitt Nancy Natalie Nathan Neil Nicholas Nick Nicola
    Nicole Nigel Norman Oliver Pamela Patricia Patrick Paul Paula Peter Phil Philip Phillip Rachel Ralph Randy
    Raymond Rebecca Richard Rick Robert Robin Rodney Roger Ron Ronald Rosa Roy Russell Ruth Ryan Sally Sam
    Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Simon Stanley Stephen Steve Steven Stuart Susan Ted
    Terry Theresa Thomas Tim Timothy Tina Todd Tom Tony Tracy Trevor Victor Victoria Vincent Virginia Walter
    Warren Wayne Wendy William
""")
"""Given names behind which a family name goes on, in lower case too: "Jack straw"."""

FAMILY_NAMES = word_set("""
    Archer Baker Ball Banks Barber Bell Best Bird Bishop Black Blunt Bond Bright Brown Burns Cable Carpenter
    Cash Church Cook Cousins Crane Cross Crow Dean Farmer Field Fields Flowers Forest Foster Frost Gamble Gates
    Graves Gray Green Grey Hall Hawk Hill Hood Hunt Hunter Justice King Knight Lake Lamb Lane Law Little Long
    Major May Miles Mills Moon Moss Orchard Page Parks Park Pence Pope Porter Powers Price Prince Rice Rich
    Rivers Rock Rose Rush Savage Sessions Sharp Shepherd Short Silver Singer Snow Spring Steel Sterling Stern
    Stone Straw Strong Swan Swift Temple Walker Wall Ward Waters Wells West White Wilder Wise Wolf Wood Woods
    Young Younger
""")
"""Family names whose lower-case form is an everyday word (`newslint.lexicon.common_words`)."""

NO_THINGS = word_set("""
    Best Black Blunt Bright Brown Gray Green Grey Little Long Major Rich Savage Sharp Short Stern Strong Swift
    West White Wilder Wise Young Younger Burns Cook Cross Hunt May Price Rose Rush Wells Dodge Sprint Target
    Unite
""")
"""Names that are adjectives and verbs as well, so that they stand bare where no name is meant."""

# Nouns of masses and plurals: these need no article either.
_MASSES = word_set("""
    Cash Church Fields Flowers Forest Frost Gates Graves Justice Lamb Law Miles Moss Parks Pence Powers Rice
    Rivers Sessions Silver Snow Spring Steel Sterling Stone Straw Waters Wood Woods
""")

BARE_NAMES = FAMILY_NAMES - NO_THINGS - _MASSES | word_set(
    "Apple Arsenal Labour Nirvana Parliament Treasury Turkey Unison Valve"
)
"""Names that stand where the word would need an article: "the way to turkey"."""

CAPITAL_BESIDE_NAMES = word_set("""
    Class Director Governor Leader Leaders Mayor Member Members Minister Ministers People Politics President Secretary
    Senator Senators Chair Chairman Chairwoman Sheriff Speaker Spokesman
""")
"""What has a capital before a name or in a name, and none elsewhere: "President Ashby", "the Talvanian president"."""

SAME_NAMES = word_set("Aboriginal Commons Internet")
"""Names that are the same with a small letter: an article writes them one way."""

PARTY_COMPANY = {
    "Democratic": word_set("""
        aide aides candidate candidates caucus caucuses challenger challengers colleague colleagues
        congressional congressman congresswoman contender contenders counterpart counterparts delegates donor
        donors front-runner frontrunner fundraiser fundraisers governor governors hopeful hopefuls incumbent
        lawmaker lawmakers legislators nomination nominee nominees operative operatives presidential primaries
        primary registered senator senators spokesman stronghold strongholds strategist strategists ticket
        voters
    """),
    "Labour": word_set("""
        activists backbencher backbenchers benches campaign candidate candidates councillor councillors
        government leader leadership majority manifesto mayor party peer peers seats spokesman spokeswoman
        supporters voters
    """),
}
"""Words behind the name of a party that make a party of it: "a democratic primary", not "a democratic country"."""
