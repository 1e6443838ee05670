"""Adverts, sign-ups, links, buttons, captions of players and end marks of releases, as lines of an article."""

from __future__ import annotations

from newslint.lexicon.furniture import Line

PAGE_LINES: tuple[Line, ...] = (
    # adverts
    Line(
        r"(?mi)^[ \t]*(?P<line>(?:advertisement|advert|ad|ads|sponsored(?: content| links?)?"
        r"|promoted (?:stories|content))\b(?:[ :.–—-]*(?:advertisement"
        r"|ad))*[:.]?(?:[ –—-]*continue reading.{0,40}|[ –—-]*(?:story|article|scroll).{0,50})?)[ \t]*$",
        heads=("adv", "ad ", "ads", "spo", "pro"),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>[(\[]?(?:story|article|content|post|column) continue[sd]? (?:below|after"
        r"|on next page)(?: (?:the |this )?(?:advertisement|ad|advert|video|photo|image|gallery|map"
        r"|slideshow|tweet|infographic|chart))?[)\].:]*|(?:continue|keep) reading(?: (?:below"
        r"|the main story).{0,30})?[.:→»]*|scroll (?:down )?(?:to|for) (?:continue|more"
        r"|read).{0,60})[ \t]*$",
        heads=("sto", "art", "con", "pos", "col", "kee", "scr"),
    ),
    # newsletters, apps, sign-ups
    Line(
        r"(?mi)^[ \t]*(?P<line>[*>•-]{0,3} ?(?:sign[ -]up|register|subscribe|join)(?: (?:for|to|here|now"
        r"|today|up)\b| and\b)[^\n]{0,160}\b(?:newsletters?|alerts?|e-?mails?|inbox|briefings?|updates"
        r"|notifications|podcasts?|digest|subscribers?|free trial|channel|app)\b[^\n]{0,120}"
        r"|sign up (?:here|now|today)[.!]*|subscribe(?: (?:now|here|today)[^\n]{0,60})?[.!]*|(?:daily "
        r"|free |health |our )?newsletters?(?: sign-?up)?[:.]?|manage newsletters"
        r"|view sample sign up now)[ \t]*$",
        heads=("sig", "reg", "sub", "joi", "dai", "fre", "hea", "our", "new", "man", "vie"),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>[^\n]{0,20}(?:get|want|have|receive)\b[^\n]{0,110}\b(?:in|to"
        r"|into) your (?:inbox|e-?mail)\b[^\n]{0,200}|[^\n]{0,60}newsletter[^\n]{0,100}\b(?:sign up"
        r"|subscribe)(?: now| here| today)?[.!*]*|keep up with this story and more by subscribing now"
        r"|(?:download|get) (?:the|our) [^\n]{2,40} app\b[^\n]{0,60}"
        r"|try [^\n]{2,30} for only \$[\d.]+ [^\n]{0,30})[ \t]*$",
        needles=("inbox", "newsletter", "newsletters", "subscribing", "app", "only", "email", "mail"),
    ),
    # links to other stories
    Line(
        r"(?m)^[ \t]*(?P<line>(?P<weak>[(\[>•–—-]{0,3} ?(?:(?:Read|READ)(?: (?:more|More|MORE))?|(?:More"
        r"|MORE)|Related(?: (?:[Ss]tor(?:y|ies)|[Aa]rticles?|[Ll]inks?|[Cc]ontent|[Cc]overage|[Vv]ideos?"
        r"|[Tt]opics?|[Ii]nformation))?|RELATED(?: [A-Z]+)?|See [Aa]lso|SEE ALSO|Also (?:read|on)"
        r"|ALSO READ|Read (?:also|next|this)|READ (?:ALSO|NEXT|THIS)|Watch(?: (?:more|live|now|this))?"
        r"|WATCH(?: [A-Z]+)?|Listen|LISTEN|Video|VIDEO|PHOTOS|In [Pp]ictures|Gallery|GALLERY|Live (?:page"
        r"|updates|blog)|LIVE UPDATES|Recommended(?: for you)?|Most [Rr]ead|Trending|Top [Ss]tories"
        r"|Don[’']t [Mm]iss|What to read next|Up [Nn]ext|More [Ff]rom [\w ]{2,30}|More on this(?: story"
        r"| topic)?|(?:You may|You might) also (?:be interested in|like"
        r"|enjoy)):(?: ?[^\n]{3,170})?[)\]]?))[ \t]*$",
        heads=(
            "rea",
            "mor",
            "rel",
            "see",
            "als",
            "wat",
            "lis",
            "vid",
            "pho",
            "in ",
            "gal",
            "liv",
            "rec",
            "mos",
            "tre",
            "top",
            "don",
            "wha",
            "up ",
            "you",
        ),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>(?:[Rr]ead|READ) (?:[Mm]ore|MORE)(?: (?:about|from|on|in|at|of|here|stories"
        r"|coverage)\b[^\n]{0,130})?[.…»>]{0,3}|(?:Read (?:or share|the full|our|also)"
        r"|READ [A-Z]+ )[^\n]{3,120}(?<![.!?])|(?:MORE|More) (?:ON|On|on) (?:THIS|This"
        r"|this)(?: (?:[Ss]tory|STORY|[Tt]opic))?[.…]*|You (?:may|might) also (?:be interested in"
        r"|like)[^\n]{0,60}|(?:MORE|More) (?:STORIES|stories|NEWS|news)\b[^\n]{0,60}(?<![.!?])|MORE (?:IN"
        r"|FROM) [A-Z][^\n]{2,40}|(?:SEE|See) (?:ORIGINAL STUDY|original study|also)|Related (?:[Ll]inks?"
        r"|[Ss]tories|[Aa]rticles|[Cc]ontent|[Tt]opics|[Ii]nformation|[Cc]overage)|(?:Next|Previous|NEXT"
        r"|PREVIOUS) (?:Article|Story|article|story|Post|post)|See (?:all|more)(?: of)?(?: the)?(?: best"
        r"| latest| other)? (?:photos|pictures|stories|videos|coverage)[^\n]{0,60}(?<![.!?])"
        r"|Visit [^\n]{2,50} for more (?:stories|news|information)\.?)[ \t]*$",
        heads=("rea", "mor", "you", "see", "rel", "nex", "pre", "vis"),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>[(\[*>-]{0,3} ?(?:mobile users: )?(?:click|tap) (?:here|to|for|on"
        r"|the)\b[^\n]{0,140}|[^\n]{5,200} - click to tweet)[ \t]*$",
        heads=("cli", "tap", "mob"),
        needles=("tweet",),
    ),
    # buttons
    Line(
        r"(?m)^[ \t]*(?P<line>(?P<weak>(?:Share|SHARE|Tweet|TWEET|Print|PRINT|Email|E-mail|EMAIL|Save"
        r"|Comments?|COMMENTS?|Post|Pin|Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Linkedin|Reddit"
        r"|Messenger|Flipboard|Google ?\+?|Google plus|Tumblr|Pocket|Copy [Ll]ink|Link [Cc]opied|Close"
        r"|CLOSE|Menu|MENU|Search|Photo|Photos|Video|Videos|Image|Images|Play|Pause|Mute|Loading(?:\.{3}"
        r"|…)?|More|Caption|Embed|Transcript|Download))(?::|(?:[ |,·•/]+(?:Share|SHARE|Tweet|Print|Email"
        r"|E-mail|Save|Comments?|Post|Pin|Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Linkedin|Reddit"
        r"|Messenger|Flipboard|Google ?\+?|Tumblr|Pocket|Copy [Ll]ink))*))[ \t]*$",
        heads=(
            "sha",
            "twe",
            "pri",
            "ema",
            "e-m",
            "sav",
            "com",
            "pos",
            "pin",
            "fac",
            "twi",
            "wha",
            "lin",
            "red",
            "mes",
            "fli",
            "goo",
            "tum",
            "poc",
            "cop",
            "clo",
            "men",
            "sea",
            "pho",
            "vid",
            "ima",
            "pla",
            "pau",
            "mut",
            "loa",
            "mor",
            "cap",
            "emb",
            "tra",
            "dow",
        ),
    ),
    Line(
        r"(?mi)^[ \t]*(?P<line>share (?:this|on|via|with)\b(?: (?:this|on|via|article|story|post|page"
        r"|video|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|e-?mail|with|friends|your|by|tweet"
        r"|share|pin|print|email))*[:.]?|share all sharing options[^\n]{0,160}"
        r"|(?:listen to (?:this )?article [\d:]+ )?share this article share tweet post email|(?:print"
        r"|e-?mail) (?:this )?(?:article|story|page)|\d+ comments?|leave a (?:comment|reply)|(?:view|show"
        r"|load|read) (?:all )?comments?[^\n]{0,20}|share:|link copied|(?:en )?español"
        r"|read or share this story:[^\n]{0,160})[ \t]*$",
        heads=("sha", "lis", "pri", "ema", "e-m", "lea", "vie", "sho", "loa", "rea", "lin", "en ", "esp", "0  "),
    ),
    # boxes around the article
    Line(
        r"(?mi)^[ \t]*(?P<line>(?P<weak>(?:most (?:read|popular|viewed|shared|commented|recent)|trending(?: now)?"
        r"|recommended(?: for you)?|don['’]t miss(?: out)?|editor['’]?s['’]? picks?|latest (?:news|headlines|stories)"
        r"|top stories|comments? \(\d+\)|have something to add\?[^\n]{0,60}|join the (?:conversation|discussion)"
        r"[^\n]{0,40}"
        r"|watch (?:the )?(?:full )?(?:video|clip|interview)(?: (?:above|below|here|now))?"
        r"|(?:media|image) caption\b[^\n]{0,160}|view (?:image|picture) in full ?screen"
        r"|(?:support|fund) (?:our|independent|quality) journalism[^\n]{0,80}"
        r"|become a (?:member|supporter|subscriber)(?: today| now)?"
        r"|already (?:a )?(?:subscriber|subscribed|member|have an account)\?[^\n]{0,40}"
        r"|(?:log|sign) in to (?:continue|comment|read|view)[^\n]{0,40}"
        r"|subscribe to (?:continue|read on|keep reading|unlock)[^\n]{0,60}"
        r"|(?:download|get) (?:our|the) (?:free )?(?:news )?app\b[^\n]{0,60}"
        r"|skip to (?:main )?(?:content|comments)|back to (?:top|news)|(?:please )?enable javascript[^\n]{0,90}"
        r"|accept (?:all )?cookies|this article (?:is|was) (?:for|exclusive to) [^\n]{0,40}subscribers))[.!:»→]?)"
        r"[ \t]*$",
        heads=(
            "mos",
            "tre",
            "rec",
            "don",
            "edi",
            "lat",
            "top",
            "com",
            "hav",
            "joi",
            "wat",
            "med",
            "ima",
            "vie",
            "sup",
            "fun",
            "bec",
            "alr",
            "log",
            "sig",
            "sub",
            "dow",
            "get",
            "ski",
            "bac",
            "ple",
            "ena",
            "acc",
            "thi",
        ),
    ),
    # pictures and players
    Line(
        r"(?mi)^[ \t]*(?P<line>(?:enlarge (?:this )?image|toggle caption|hide caption)\b[^\n]{0,160}"
        r"|[^\n]{0,90}\b(?:toggle|hide) caption(?: [^\n]{0,60})?|slideshow \(\d+ images?\)|(?:view|see"
        r"|open|launch) (?:the )?(?:full |photo |image )?(?:gallery|slideshow|photos?"
        r"|image modal)[^\n]{0,20}|(?:prev(?:ious)?|next)? ?image \d+ of \d+[^\n]{0,40}|(?:image|photo"
        r"|slide) \d+ of \d+|media playback is (?:not supported|unsupported)[^\n]{0,200}"
        r"|(?:we are sorry, ?)?this video (?:file )?(?:cannot be played|can(?:'|’)t be played"
        r"|is no longer available|is restricted|is not available)[^\n]{0,120}|(?:to view"
        r"|to play) this video[^\n]{0,120}|play(?:ing)? (?:video|audio)|(?:video|media) player[^\n]{0,40}"
        r"|now playing[^\n]{0,100}|facebook twitter pinterest[^\n]{0,200}|interactive (?:graphic|map"
        r"|feature)?|external-link[^\n]{0,40})[ \t]*$",
        heads=(
            "enl",
            "tog",
            "hid",
            "sli",
            "vie",
            "see",
            "ope",
            "lau",
            "pre",
            "nex",
            "ima",
            "pho",
            "med",
            "we ",
            "thi",
            "to ",
            "pla",
            "vid",
            "now",
            "fac",
            "int",
            "ext",
        ),
        needles=("caption",),
    ),
    Line(
        r"(?m)^[ \t]*(?P<line>Story [Hh]ighlights?)(?=[ :]+\S)",
        heads=("sto",),
    ),
    # releases
    Line(
        r"(?m)^[ \t]*(?P<line>(?:\*+ ?)?(?:(?:NEWS|PRESS"
        r"|MEDIA) RELEASE[:, –-]*)?(?:FOR )?IMMEDIATE RELEASE(?: ?[:,–-]?[^\n]{0,70})?"
        r"|For [Ii]mmediate [Rr]elease(?: ?[:,–-][^\n]{0,60})?|(?:News|Press|Media) [Rr]elease:?|(?:NEWS"
        r"|PRESS|MEDIA) RELEASE:?|EMBARGO(?:ED)?\b[^\n]{0,90})[ \t]*$",
        heads=("new", "pre", "med", "for", "imm", "emb"),
    ),
    Line(
        r'(?m)(?:^[ \t]*|(?<=[.!?”"])[ \t]+)(?P<line>#{2,}|(?:# ){1,9}#|[-–—]+ ?#+ ?[-–—]+'
        r"|[-–—]{1,2} ?30 ?[-–—]{1,2}|-0-|[-–—]+ ?(?:END|ENDS|End|Ends|ends) ?[-–—]+|ENDS)[ \t]*$",
        needles=("#", "30", "0", "end", "ends"),
        anywhere=True,
    ),
    # what a page says of a link to those who hear it: "the club's websiteexternal-link"
    Line(
        r"(?P<line>(?<=[^\s/_-])external-link(?![\w/-])|\(opens (?:in )?(?:an? )?(?:new|external)"
        r" (?:tab|window|site|page)\))",
        needles=("external-link", "(opens "),
        anywhere=True,
    ),
)
