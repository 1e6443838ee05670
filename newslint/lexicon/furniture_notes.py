"""Whom to follow and write to, notices of a site, bylines and dates alone on a line; and credits."""

from __future__ import annotations

from newslint.lexicon.furniture import Line

NOTE_LINES: tuple[Line, ...] = (
    # following and writing
    Line(
        r"(?mi)^[ \t]*(?P<line>[-•*>–— ]{0,3}(?:why not )?(?:follow|find|like|join|reach"
        r"|tweet)\b[^\n]{1,110}(?:@\w+|\bon (?:[^\n]{0,40})?(?:twitter|facebook|instagram|youtube|tiktok"
        r"|linkedin)\b)[^\n]{0,130}|(?:on )?(?:twitter|facebook|instagram|x)[:;] ?(?:@\w+|\S+\.com/\S+)\.?"
        r"|follow @?\w+ on twitter[^\n]{0,40}|follow @\w+)[ \t]*$",
        heads=("fol", "fin", "lik", "joi", "rea", "twe", "why", "on ", "twi", "fac", "ins", "x: "),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>[–—-]{0,2} ?(?:contact us|write to [^\n]{2,50}?|e-?mail(?: us"
        r"| [^\n]{2,40}?)?|(?:she|he|they|[a-z]+ [a-z]+) can be reached)(?: at)?:? [\w.+-]+@[\w-]+\.[\w.]+"
        r"|[\w.+-]+@[\w-]+\.[\w.-]+)[ \t]*$",
        needles=("@",),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>If you are reading this page and can[’']t see the form[^\n]{0,250}"
        r"|Please include a contact number if you are willing[^\n]{0,160}"
        r"|Have you been affected by[^\n]{5,160}|(?:Do you have|Got|Have) a (?:story suggestion|story|tip"
        r"|TIP|news tip)\b[^\n]{0,160}|Listen to Newsbeat live[^\n]{0,100}|Send your (?:story ideas"
        r"|stories|pictures) to[^\n]{0,80}|What claims do you want [^\n]{3,90}"
        r"|Join the conversation[^\n]{0,160})[ \t]*$",
        heads=("if ", "ple", "hav", "do ", "got", "lis", "sen", "wha", "joi"),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:(?:Media|MEDIA|Press|PRESS|News|NEWS) )?(?:Contacts?|CONTACTS?)(?: (?:for"
        r"|For) (?:[Mm]edia|[Pp]ress)| [Ii]nfo(?:rmation)?)?(?: ?:"
        r"| {1,3}(?=[A-Z][^\n]*\d))?(?:[^\n]{3,70}(?:\d{3}[^\n]{0,20}|@[^\n]{3,50}))?)[ \t]*$",
        heads=("med", "pre", "new", "con"),
    ),
    # notices of the site
    Line(
        r"(?mi)^[ \t]*(?P<line>(?:this|our) (?:web)?site uses cookies[^\n]{0,250}"
        r"|we use cookies[^\n]{0,250}|by (?:continuing to use|using) (?:this|our) (?:web)?site[^\n]{0,200}"
        r"|(?:please |you (?:need|must|have) to )(?:enable|turn on) javascript[^\n]{0,120}|(?:accept"
        r"|reject) (?:all )?cookies|your browser (?:does not|doesn['’]t) support[^\n]{0,90}"
        r"|comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)[^\n]{0,60}"
        r"|(?:the )?comments? (?:section|thread)? ?is (?:now )?closed\.?|loading(?:\.{3}|…)"
        r"|(?:manage|change|update) (?:your )?(?:cookie|privacy|consent) (?:settings|preferences|choices)"
        r"|cookie (?:policy|settings|preferences|notice)|(?:accept|reject|agree) (?:and|&) (?:continue|close)"
        r"|(?:this article )?tagged (?:under|in|as|with):?[^\n]{2,120}"
        r"|filed under:?[^\n]{2,120}|tags?:[^\n]{2,160}|the (?:views|opinions) expressed (?:in|by"
        r"|here)[^\n]{3,220}|skip to (?:main )?content|back to (?:top|releases)|terms (?:of use"
        r"|and conditions)|privacy policy|about the author|(?:full text|abstract)\.?|analysis/opinion:?"
        r"|not found|page not found|404)[ \t]*$",
        heads=(
            "thi",
            "our",
            "we ",
            "by ",
            "ple",
            "you",
            "acc",
            "rej",
            "tag",
            "fil",
            "the",
            "ski",
            "bac",
            "ter",
            "pri",
            "abo",
            "ful",
            "abs",
            "ana",
            "not",
            "pag",
            "404",
            "com",
            "loa",
            "man",
            "cha",
            "upd",
            "coo",
            "agr",
        ),
    ),
    # bylines and time stamps alone on a line
    Line(
        r"(?m)^[ \t]*(?P<line>(?:(?:By|BY|Written by|Posted by|Reported by"
        r"|Story by):? (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+(?:(?:,| and|, and"
        r"| &) (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+){0,3}(?:,? (?:and )?[^\n.!?]{2,50})?))[ \t]*$",
        heads=("by ", "wri", "pos", "rep", "sto"),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+, )?(?:USA TODAY(?: (?:Sports"
        r"|NETWORK|Network))?|(?:The )?Associated Press|(?:The )?(?:[A-Z][\w.’'-]+ ){1,3}(?:Times|Post"
        r"|Journal|Herald|Tribune|Gazette|Enquirer|Free Press|Chronicle|Magazine|Star|Courier|Echo"
        r"|Telegraph|Mirror)"
        r"|(?:[A-Z][\w.’'-]+ ){2,3}[A-Z][\w.’'-]+, (?:The )?(?:[A-Z][\w.’'-]+ ){1,3}(?:News|Review|Today"
        r'|Republic|Register|Press)))[ \t]*$(?=\n+[ \t]*[A-Z“"][^\n]{60})',
        needles=("short",),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:[A-Z][\w.&’'-]+ ){1,4}(?:[Ss]taff |[Ss]enior )?(?:[Rr]eporter|[Ww]riter"
        r"|[Cc]orrespondent))[ \t]*$(?=\n+[ \t]*(?:[A-Z]{3,}|[A-Z][^\n]{40}))",
        needles=("reporter", "writer", "correspondent"),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>(?:\d{1,2}|an?|one|two|three|four|five) (?:minute|min|hour|day|week|month"
        r"|year)s? ago|(?:first |last |originally )?(?:published|updated|posted|modified|created)(?: at"
        r"| on)?:? (?=[^\n]{0,30}\d)[\w ,:./|–-]{5,70}|\d{1,2}\.\d{1,2}\.\d{2,4}"
        r"|\d{1,2}/\d{1,2}/\d{2,4})[ \t]*$",
        heads=(
            "pub",
            "upd",
            "pos",
            "mod",
            "cre",
            "fir",
            "las",
            "ori",
            "an ",
            "a  ",
            "one",
            "two",
            "thr",
            "fou",
            "fiv",
            "0  ",
        ),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?P<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
        r"|Sun)day,? (?:\| )?)?(?:(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) \d{1,2}, \d{4}"
        r"|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December) \d{4})))[ \t]*$",
        heads=(
            "0  ",
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
        ),
    ),
)

CREDITS: tuple[Line, ...] = (
    # "(Reporting by …; Editing by …)"
    Line(
        r"(?m)(?P<line>\((?:Additional |Further |Extra )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled"
        r"|[Tt]ranslated|[Pp]roduced|[Pp]roduction|[Gg]raphics?)(?: and (?:[Rr]eporting|[Ww]riting"
        r"|[Ee]diting|[Tt]ranslating))? by [A-Z][^()\n]{3,400}\))[ \t]*$",
        needles=(
            "reporting",
            "writing",
            "editing",
            "compiled",
            "translated",
            "produced",
            "production",
            "graphic",
            "graphics",
        ),
        anywhere=True,
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:(?:Additional|Further|Extra) )?(?:Reporting|Writing|Editing|Compiled"
        r"|Translated|Produced|Production|Filmed|Filmed and edited|Edited"
        r"|Photography) by [A-Z][^\n]{3,300})[ \t]*$",
        heads=("add", "fur", "ext", "rep", "wri", "edi", "com", "tra", "pro", "fil", "pho"),
    ),
    # "Photo: Ann Roe/Getty Images"
    Line(
        r"(?m)^[ \t]*(?P<line>[(\[]?(?:(?:File |Main |Top |Lead |Cover )?(?:Photo(?:graph)?|Picture|Image"
        r"|Illustration|Graphic|Video)s?(?: (?:[Cc]redit|CREDIT|[Ss]ource))?|Credits?|CREDITS?|Source"
        r"|SOURCE|PHOTOS?|Photographer)(?::| by| [Cc]ourtesy(?: of)?| ©"
        r"|, [Ss]ource:?) ?:? ?(?:[A-Z©][^\n]{1,110}?)(?<![.!?])[)\]]?)[ \t]*$",
        heads=("fil", "mai", "top", "lea", "cov", "pho", "pic", "ima", "ill", "gra", "vid", "cre", "sou"),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>Image (?:copyright|source),? ?[A-Z][^\n]{1,60}?)(?= Image caption\b|[ \t]*$)",
        heads=("ima",),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:Illustration|Photo(?:graph)?s?|Photo illustration"
        r"|Graphic) by [A-Z][^\n]{2,140})[ \t]*$",
        heads=("ill", "pho", "gra"),
    ),
    # "(Ann Roe/Reuters)", "Getty Images"
    Line(
        r"(?m)^[ \t]*(?P<line>[(\[]?(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} ?[/"
        r"|,–—-] ?)?(?:[A-Z][\w ]{2,20}/)?(?:(?:AFP|AP|EPA|PA)(?: |/)?(?:via )?)?(?:Getty(?: Images)?|AFP"
        r"|AP(?: Photo)?|Associated Press|EPA(?:-EFE)?|REUTERS|Reuters|Shutterstock(?:\.com)?"
        r"|Alamy(?: Stock Photo)?|iStock(?:photo)?|Corbis|Pixabay|Unsplash|Dreamstime|Bloomberg|PA(?: Wire"
        r"| Media)?|Rex(?: Features)?|REX|Flickr(?:/CC)?|WireImage|FilmMagic|UPI|Xinhua|TASS|NPR"
        r"|ABC News)(?:[/ ](?:File|FILE|AFP|Corbis|Files?|Getty Images|Pool|POOL|Sipa USA|via AP"
        r"|via Reuters|via Getty Images))?(?:, [Ff]ile| [Ff]ile)?[)\]]?)[ \t]*$",
        needles=("short",),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>[(\[](?:(?:File |Reuters |AP )?(?:photo|Photo|PHOTO|Illustration|Image"
        r"|Screenshot|Screengrab|Dreamstime image|Reuters photo|AP photo)(?: via)?: ?|(?:Reuters|AFP|AP"
        r"|Getty|Graphic|Video|Picture|Credit|Source): )[A-Z][^\n()]{2,80}[)\]])[ \t]*$",
        heads=("fil", "reu", "ap ", "pho", "ill", "ima", "scr", "dre", "afp", "get", "gra", "vid", "pic", "cre", "sou"),
    ),
    Line(
        r'(?m)(?<=[.!?”"]) (?P<line>REUTERS/[A-Z][^\n]{2,40}|\((?:AP Photo|Photo by|Photo:'
        r"|[A-Z][\w.’'-]+ [A-Z][\w.’'-]+/(?:AP|Reuters|REUTERS|Getty|AFP|EPA|NPR|The ))[^\n()]{0,70}\)"
        r"|Photograph: [A-Z][^\n]{3,70}(?<![.!?]))[ \t]*$",
        needles=("reuters", "ap", "photo", "photograph", "getty", "afp", "epa", "npr"),
        anywhere=True,
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:FILE|FILE PHOTO|AP PHOTO|REUTERS)(?::| -) ?[^\n]{3,60}/(?:File|FILE|Pool"
        r"|REUTERS|Reuters|AP|AFP)[^\n]{0,20})[ \t]*$",
        heads=("fil", "ap ", "reu"),
    ),
    # "-- City Newsroom +00 00 0000"
    Line(
        r'(?m)(?:^[ \t]*|(?<=[.!?”"])[ \t]+)(?P<line>\(*(?:[–—-]{1,2} ?'
        r"|Reuters )[A-Z][^\n]{0,45}?(?:[Nn]ews ?(?:room|desk)|NEWSROOM|NEWSDESK|[Bb]ureau"
        r"|BUREAU)[^\n]{0,60}\d[^\n]{0,20})[ \t]*$",
        needles=("newsroom", "newsdesk", "room", "desk", "bureau"),
        anywhere=True,
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>\(\([^\n]{0,110}\d{3}[^\n]{0,30}\)\))[ \t]*$",
        needles=("(",),
    ),
    # agencies, rights, other hands
    Line(
        r'(?m)(?:^[ \t]*|(?<=[.!?”"])[ \t]+)(?P<line>(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))(?: ?(?:©'
        r"|\([Cc]\)|by))? ?(?:19|20)\d\d\b[^\n]{0,220})[ \t]*$",
        needles=("copyright", "©", "c"),
        anywhere=True,
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT) ?(?:by )?[A-Z][^\n]{1,80}"
        r"|[^\n]{0,80}\b(?:[Aa]ll [Rr]ights [Rr]eserved|ALL RIGHTS RESERVED)\b[^\n]{0,140}"
        r"|This material may not be published, broadcast, rewritten[^\n]{0,60})[ \t]*$",
        needles=("copyright", "©", "c", "reserved", "material"),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>[•⦁*–—-]? ?[A-Z][^\n]{2,160} (?:contributed(?: to this (?:report|story"
        r"|article|post)| reporting(?: to this (?:report|story|article))?)|assisted with this (?:report"
        r"|story))(?: from [A-Z][^\n]{2,40})?\.?)[ \t]*$",
        needles=("contributed", "assisted"),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:Reporter|Producer|Executive [Pp]roducer|Edited by|Editor|Camera"
        r"|Camerawork|Video [Jj]ournalist|Illustrations? by|Animation|Series producer|Presenter"
        r"|Additional reporting)s?(?::"
        r"| by:?) ?[A-Z][\w.’'-]+(?:[ ,&]+(?:and )?[A-Z][\w.’'-]+){1,8})[ \t]*$",
        heads=("rep", "pro", "exe", "edi", "cam", "vid", "ill", "ani", "ser", "pre", "add"),
    ),
)
