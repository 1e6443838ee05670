"""What is known of words that stand twice in a row, read off real copy pair by pair; used by repeated-word."""

from __future__ import annotations

from newslint.lexicon import word_set
from newslint.lexicon.saying import THINKING

# Words that never stand twice on purpose and whose second copy is practically never a slip for another word.
SURE = word_set("the a an of and or from into than their our my your")
# Emphasis, sounds, refrains: "very very", "ha ha". Unit words: "a trillion trillion".
FINE = word_set("""
    very many really so wild known yes yeah yep yup nah nope oh ah ooh aah uh um er erm hmm hm mm aw ow ho ha hah hee
    heh hey hi bye
    hush shh tut tsk la na da dum doo ding dong boo woo woof meow moo baa quack oink tweet cheep chirp chew cluck
    beep bleep buzz tick tock knock rap chop chuff choo toot honk vroom pow wow whoop whoa yadda blah etc nil
    million billion trillion thousand wink nudge rah aye dot dash cha tom pom yo tuk couscous mahi bora bling chin
    chi tse nom sob gulp sigh ugh wah ay si oui nein shush goody jaw hip yum yummy gimme omg twinkle mau chow lah boom
    bang paw squawk woop wop brum fnar fnarr ouh lapu miu sapiens
""")
# The same where somebody speaks: "“much much”", "“come come,” he said".
SPOKEN = word_set("""
    much no ever long far too way never always quite pretty well big bad good old little tiny deep hard fast
    slow great late last double steady easy early hot ok okay bang boom bam hundred dozen something please come
    there girls go stop wait run fight hear night same dumb now again here hello quick rush clap tap pop real ring
    huge duh
""")
# Verbs with whose particle a preposition of the same form may follow: "moved in in 2016", "counting on on Tuesday".
IN = word_set("""
    come comes coming came move moves moving moved go goes going went gone check checks checking checked log logs
    logged logging sign signs signed take takes taking took taken step steps stepped stepping turn turned bring brings
    brought sworn swear called call calls calling phone phoned weigh weighs weighed set sets settle settled let put
    place placed lock locked hand handed build built break breaks broke broken drop dropped bounce cave caved fill
    filled give gave given pack packed usher ushered vote voted live lives lived living interested close closes closed
    closing zoom zoomed involved engaged participated believe believes believed invest invested served serve work
    sleep sleeps slept sleeping drops dropping chime chimed chiming opt opted opting tap tapped dial dialled dialed
    trade traded cash cashed sink sank sunk barge barged squeeze squeezed lean leaned book booked usher drives driving
    worked been stay stays stayed kick kicked tune tuned plug plugged get gets got fit fits fly flew flown drive drove
    ride rode run ran lead led pay paid phase phased rolled pour poured tied join did
""")
ON = word_set("""
    go goes going went gone move moves moved moving carry carries carried count counts counting counted depend
    depends rely relied relying focus focused focusing insist insisted log logged sign signed turn turned switch
    switched take takes took taken taking put puts hold held based come comes came early earlier late later decide
    decided vote voted agree agreed work worked working live lived drag dragged act acted rule ruled spend spent
    play played bet built build keep kept pass passed stay stayed press pressed carrying head walk walked ride rode
    check checked get got look looked try tried drive drove been
""")
FOR = word_set("""
    wait waits waited waiting look looks looked looking ask asks asked asking call calls called calling pay pays
    paid paying hope hopes hoped hoping search searched searching vote votes voted work works worked working fight
    fought fighting stand stands stood care cared caring provide provided go goes went going gone known run ran
    running push pushed pushing pray prayed campaign campaigned account accounted allow allowed wish wished arrested
    charged apply applied make made live lived
""")
# What follows the second "for" where both are right: a time, a price, those who wait.
AFTER_FOR = word_set("""
    a an the this that these those his her its our your their my so over more most much many some all any no each every
    about almost around nearly at well too long ever now life free decades generations one two three four five six seven
    eight nine ten twelve twenty thirty forty fifty half him them us me you it what dinner lunch nothing another
    last next years months weeks days hours time
""")
AT = word_set(
    "look looks looked looking aim aimed stay stayed staying laugh laughed work worked working shout shouted shot"
)
AWAY = word_set("""
    come comes came coming go goes went going gone take takes took taken taking turn turned hand handed get gets got
    getting win won start started end ended ends back pass passed stand stood move moved send sent bring brought
    look looked drop dropped run ran call called set cross crossed carry carried fall fell fallen break broke walk
    walked think been stay stayed
""")
THROUGH = word_set("come comes came coming go goes went gone get got run ran pass passed turn turned")
PARTICLES: dict[str, frozenset[str]] = {
    "in": IN,
    "on": ON,
    "for": FOR,
    "at": AT,
    "over": AWAY - word_set("win"),
    "off": AWAY,
    "down": AWAY,
    "by": word_set("pass passed stand stood come came get gets got go goes went laid put"),
    "after": word_set("look looked looking sought named go went"),
    "out": word_set("find found go went going"),
    "up": word_set("end ended ends ending show showed shows"),
    "through": THROUGH,
    "around": THROUGH,
    "across": THROUGH,
}
# What follows when the second of them is one too many: "interested in in taking", "vote on on whether".
NO_OBJECT = word_set("""
    below above from with by to whether after before how what who which that if and or but as into of at for on
""")

# "put the cost at at least 40", but not "add at at least 40".
RECKON = word_set("""
    estimated estimate estimates put puts valued value values priced price prices cost costs figure toll number total
    loss losses damage rate stands stood start starts started set sold sells projected reckoned calculated
""")
# What may stand between a verb and its particle: "log them in in May".
PRONOUN_OBJECT = word_set("me you him her it us them")
OBJECT = PRONOUN_OBJECT | word_set("everyone people myself himself herself itself themselves ourselves")
BEFORE_VERB = word_set("to will would could can may might must should")

# "gave her her coat": a person and what belongs to her.
GIVES = word_set("""
    tell tells told telling give gives gave giving given offer offers offered ask asks asked asking show shows
    showed shown hand handed buy bought send sent cost costs earn earned won win pay pays paid grant granted deny
    denied teach taught read bring brought guarantee guaranteed make makes made call called calling owe owes owed
    get gets got allow allowed lend lent leave left promise promised to for of with find found serve served lost
    lose help helped let see saw take took named crown crowned
""")
MAKES = word_set("make makes made making keep keeps kept keeping")  # "what makes us us"
# Verbs that may end a clause that is the subject of the same verb: "whoever it was was", "those who can can".
AUXILIARY = word_set("is was are were does do did can could will would may might must should have has")
# "We do do that": emphasis, but for "what do do they want" and "they do do not".
EMPHATIC = word_set("do does did")
AFTER_DO = word_set("not you they we i he she the people")
TIME_NOUN = word_set("year week month morning afternoon evening weekend time season summer spring autumn winter way")
TO = word_set("""
    go goes went gone talk talks talked talking speak speaks spoke spoken write writes wrote written listen listened
    turn turns turned belong belongs belonged look looks looked refer refers referred appeal appealed move moved sell
    sold drive drove travel travelled come came return returned retreat retreated run ran want wants wanted have has had
    used got get able need needs needed up apply applied applying connect connected refer refers referred referring pray
    prayed subscribe subscribed related
""")
SUBJECT = word_set("""
    the a an these those this he she it they we i you his their our its my your there every each all some most many
    any neither either what who how if while although because when no two three four five
""")
# After "had had" these leave one "had" over; "had had paid leave", "had had given names" may be right.
PARTICIPLE = word_set("""
    been become begun come gone happened occurred appeared arrived died said told agreed decided failed hoped
""")
ADVERB_BEFORE = word_set("""
    the than ever never as once like day night week month year evening season century election
""")
YOU = word_set("""
    tell tells told telling thank show shows showed make makes remind assure ask asks asked give gives gave promise
    for to with of before after like
""")
MORE = word_set("more less worse too fewer")
PLURAL_VERB = word_set("are were have do don't aren't weren't haven't")
DETERMINER = word_set(
    "the a an his her its their our my your some any all to by in on at for from up out with that over into"
)
CLAUSE_END = word_set("that and because if but said says as where when which so while since whether")

NAMES_TWICE = word_set("""
    abdullah abdullahi sirhan boutros humbert late bafana duran mahmod mahmoud walla wagga kurri bora baden new yo zsa
    ling tian lang pago drung ahmed ahmad ali hassan hasan hussein husain ibrahim ismail khalid khalil mohamed mohammed
    mohamud muhammad mustafa nasser omar osman saleh salem yusuf abubakar musa
    baby bang bye cherry danger honey hush kiss knock liar mirror money monkey please pretty soldier sugar talk tora
    twin mau bam gout sri sing woy bela bli chake budge tagua sawa sipe batu
""")
# Names that are missing from the lexicon of names, as their small letters are words or parts of other languages.
ALSO_NAMES = word_set(
    "China Chinese French Congress Senate Republican Republicans Democrat Democrats Tory Tories Trump"
)
# Before a name that is doubled on purpose: "calls himself Kit Kit", "was named Ah Ah".
NAMING = word_set("""
    make makes made making keep keeps let call calls called calling himself herself is was not
""")

# What the first of "the the" may stand for after these: "leading up to the vote", "said that the sale".
FOR_THE: dict[str, str] = {
    **dict.fromkeys(word_set("up due according back close next prior thanks due similar"), "to"),
    **dict.fromkeys(THINKING, "that"),
    **dict.fromkeys(word_set("out some many part one most much half"), "of"),
}
# After these "the the" may be a slip for something else, but seldom is.
AFTER_THE = word_set("down off away on in over all")

# "there there are" at the start of a clause.
AFTER_THERE = word_set("""
    is are was were has have had will would may might could should must isn't aren't wasn't weren't
""")
