"""Strategies that build news-like text of pieces, right and wrong, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st


def pieces(text: str) -> list[str]:
    """What stands between broken bars."""
    return text.split("¦")


NAMES = pieces(
    "Angela Merkel¦O’Brien¦McDonald's¦J. K. Rowling¦Mr. Jones¦Sen. Ron Wyden (D-Ore.)¦AT&T¦Yahoo!¦Nato¦NATO¦"
    "the U.S.¦St. Louis¦Duran Duran¦iPhone¦Washington¦friday¦MOnday¦Zelenskyy"
)
WORDS = pieces(
    "the¦the the¦a¦an¦an speech¦a interim¦called¦called called¦of the of the¦that that¦had had¦several¦Several¦"
    "council¦voters¦said¦in¦in in¦was¦re\xadform¦centre¦center¦organise¦organize¦reportersFriday¦café¦cafÃ©¦don’t¦"
    "don't¦donâ€™t¦&amp;¦&#8217;¦<b>bold</b>¦<br />¦its¦1,000¦2.5m¦$14.5m¦49ers'¦’90s¦'em¦rock ’n’ roll¦"
    "www.example.com¦a.m.¦e.g.¦naïve¦😀¦\u200b¦\xa0¦Monday, 3 May 2021¦June 31, 2020¦31 June¦[sic]¦\x03¦x\ty"
)
MARKS = pieces(",¦.¦.¦.¦;¦:¦?¦!¦ ,¦ .¦,.¦..¦...¦. . .¦…¦,,¦ –¦ —¦--¦)¦ (¦(¦[¦]¦’s¦ ’s¦'s¦.”¦”¦“¦\"¦''¦‘¦’")
SPACES = pieces(" ¦ ¦ ¦ ¦ ¦ ¦  ¦\xa0¦\t¦¦\u2009¦\n")
DATELINES = pieces(
    "MINSK (Reuters) - ¦BURLINGTON, Vt. (AP) — ¦LONDON, Aug 3 (Reuters) – ¦date 2020-08-17 ¦By Jane Roe\n¦SYDNEY: ¦"
    "WASHINGTON — ¦(CNN) -- ¦Published: 3 May 2021 ¦ "
)
LINES = pieces(
    "Advertisement¦ADVERTISEMENT¦Read more¦Story continues below¦Image caption The bridge¦(Reporting by Jane Roe)¦"
    "1) one¦• a point¦Score:  1   0¦US warns Russia¦Q: Why?¦¦   ¦...¦© 2020 Example¦urnout was low."
)
SAYS = pieces(" he said.¦ she said.¦ Mr Smith told reporters.¦ the minister added ,and left.¦¦ said Jones")

plain = st.lists(st.tuples(st.sampled_from((*WORDS, *NAMES)), st.sampled_from(SPACES)), min_size=1, max_size=12).map(
    lambda pairs: "".join(word + space for word, space in pairs).strip(" ")
)


def sentence() -> st.SearchStrategy[str]:
    """Words, marks anywhere and one at the end."""
    return st.tuples(plain, st.sampled_from(MARKS), st.sampled_from(("", " ")), plain, st.sampled_from(MARKS)).map(
        "".join
    )


def quoted() -> st.SearchStrategy[str]:
    """A quotation, paired or not, with who said it."""
    openers, closers = (
        st.sampled_from(("“", '"', "‘", "'", "”", "“ ", "")),
        st.sampled_from((",”", '."', "’", "”", '"', "“", "", " ”")),
    )
    return st.tuples(openers, plain, closers, st.sampled_from(SAYS)).map("".join)


def paragraph() -> st.SearchStrategy[str]:
    text = st.lists(st.one_of(sentence(), quoted()), min_size=1, max_size=4).map(" ".join)
    return st.one_of(
        text,
        st.tuples(st.sampled_from(DATELINES), text).map("".join),
        st.sampled_from(LINES),
        st.tuples(st.sampled_from(("“", '"')), text).map("".join),  # one of a run over paragraphs
    )


def articles() -> st.SearchStrategy[str]:
    """Articles with every fault of the catalogue; newlines are "\\n"."""
    gaps = st.sampled_from(("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", " \n\n ", "\n \n"))
    text = st.lists(st.tuples(paragraph(), gaps), min_size=1, max_size=6).map(
        lambda made: "".join(text + gap for text, gap in made)
    )
    return st.one_of(text, text.map(str.rstrip))


def wild() -> st.SearchStrategy[str]:
    """Any Unicode text, rich in the characters that rules look at."""
    rich = st.sampled_from(
        "aAtheIVx0159 \n\t.,;:?!'\"“”‘’()[]<>&#;-–—…â€™Ã©İıßﬁ\u0301😀"
        "\u00a0\u00ad\u200b\u200d\u2028\u0085\x0b\x0c\x00\ufeff\ufffd"
    )
    return st.text(st.one_of(rich, rich, rich, st.characters()), max_size=80)


def clean_quotations() -> st.SearchStrategy[tuple[str, str]]:
    """Paragraphs with paired quotations of one style, and the marks of that style; faults stand inside and outside."""
    inside = [word for word in (*WORDS, *NAMES) if not set(word) & set("\"“”‘’'&<â\t") and word != "[sic]"]
    words = st.lists(st.sampled_from(inside), min_size=1, max_size=8).map(" ".join)
    spaced = st.tuples(words, st.sampled_from((" ", "  ", " ,", ", ", "\u00a0", ",")), words).map("".join)

    def article(marks: str) -> st.SearchStrategy[tuple[str, str]]:
        one = st.tuples(spaced, spaced, st.sampled_from((" he said.", " said the mayor."))).map(
            lambda made: f"The council said {made[0]}. {marks[0]}{made[1]},{marks[1]}{made[2]}"
        )
        return st.lists(one, min_size=1, max_size=3).map(lambda made: ("\n\n".join(made) + "\n", marks))

    return st.sampled_from(("“”", '""')).flatmap(article)
