"""`newslint init`."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import click

from newslint import config as configuration
from newslint.formats import SUFFIXES
from newslint.model import NewslintError
from newslint.report.summary import count
from newslint.run.baseline import FILE_NAME as BASELINE
from newslint.run.configs import Configs
from newslint.run.discover import Input, discover
from newslint.schema import URL
from newslint.source import Source

_MOST_READ = 300  # files; more tell nothing new
_MOST_BYTES = 100_000  # of each
_ENOUGH = 20  # marks or words before a majority counts
_BRITISH = re.compile(
    r"\b(?:colour|favour|labour|honour|neighbour|harbour|behaviour|rumour|centre|theatre|metre|defence|licence|programme|"
    r"cheque|travell(?:ed|ing)|(?:organ|real|recogn|critic|apolog|author|emphas|final|special)is(?:e[ds]?|ing|ation))s?\b"
)
_AMERICAN = re.compile(
    r"\b(?:color|favor|labor|honor|neighbor|harbor|behavior|rumor|center|theater|meter|defense|license|program|"
    r"travel(?:ed|ing)|(?:organ|real|recogn|critic|apolog|author|emphas|final|special)iz(?:e[ds]?|ing|ation))s?\b"
)


class Seen(NamedTuple):
    """What the articles of a repository look like."""

    formats: Counter[str]
    quotes: str | None
    locale: str | None


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def command(folder: str) -> int:
    """Write a starter newslint.toml in FOLDER, from what the articles there look like. One that exists is kept."""
    path = Path(folder) / configuration.FILE_NAME
    if not Path(folder).is_dir():
        raise NewslintError(f"{folder}: no such folder")
    existing = configuration.in_folder(os.path.abspath(folder))
    if existing is not None:
        raise NewslintError(f"{os.path.basename(existing)} has a configuration already; `newslint config` shows it")
    seen = look(discover([folder], suffixes=SUFFIXES, configs=Configs(), type=None).inputs)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(starter(seen))
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written: {error.strerror}") from None
    formats = ", ".join(f"{number} {name}" for name, number in seen.formats.most_common())
    click.echo(f"wrote {path.as_posix()} ({f'for {formats}' if formats else 'no articles found yet'})")
    click.echo("next: newslint check, then newslint fix --diff")
    return 0


def look(inputs: list[Input]) -> Seen:
    """Count formats, quotation marks and spellings in some of the inputs, spread over all of them."""
    formats = Counter(one.type for one in inputs)
    marks: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    for one in inputs[:: max(1, len(inputs) // _MOST_READ)]:
        try:
            with open(one.path, "rb") as file:
                text = Source.from_bytes(one.path, file.read(_MOST_BYTES)).text
        except (OSError, NewslintError):
            continue
        marks["curly"] += text.count("“") + text.count("”")
        if one.type == "text":  # in markup straight marks are syntax
            marks["straight"] += text.count('"')
        spellings["en-GB"] += len(_BRITISH.findall(text))
        spellings["en-US"] += len(_AMERICAN.findall(text))
    return Seen(formats, _majority(marks), _majority(spellings))


def starter(seen: Seen) -> str:
    """The text of a newslint.toml. What was seen is set, the rest stands there as comments."""
    quotes = f'quotes = "{seen.quotes}"' if seen.quotes else '# quotes = "curly"'
    locale = f'locale = "{seen.locale}"' if seen.locale else '# locale = "en-GB"'
    formats = ", ".join(count(number, f"{name} file") for name, number in seen.formats.most_common())
    return f"""\
#:schema {URL}
# newslint: https://github.com/newslint/newslint{f" ({formats} here)" if formats else ""}

preset = "newsroom"            # or "dataset", for scraped articles
{quotes:<30} # consistent (within an article), curly or straight
{locale:<30} # the English that LanguageTool is asked for

# ignore = ["double-space"]    # rules and families not to run; `newslint rules` lists them
# exclude = ["archive/**"]     # paths never read
# vocab = ["house-words.txt"]  # words that are right in your copy, one a line
# rule-paths = ["house-rules"] # rules of your own; `newslint new-rule` writes one
# baseline = "{BASELINE}"  # findings not to report; `newslint baseline` writes it

# [rules.repeated-word]
# allow = ["knock knock"]

# [per-file]
# "letters/**" = {{ ignore = ["quotes"] }}

# [[allow]]
# rule = "repeated-word"
# text = "bye bye"
# reason = "the name of a song"
"""


def _majority(counts: Counter[str]) -> str | None:
    """What makes up nine tenths of enough; else nothing."""
    total = counts.total()
    for name, number in counts.items():
        if total >= _ENOUGH and number >= 0.9 * total:
            return name
    return None
