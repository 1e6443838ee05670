"""Puts LanguageTool together outside the repository, for tests and for machines behind a repository of their own.

    python bench/setup_languagetool.py FOLDER            # download with Maven, check, arrange (250 MB)
    python bench/setup_languagetool.py FOLDER --serve N  # and serve on port N of this machine until interrupted

Needs Java 17 or newer and Maven. Afterwards `LTP_PATH=FOLDER` lets newslint start a server from it, and
`NEWSLINT_LANGUAGETOOL=FOLDER` lets the tests do so. Raises SystemExit with a line that says what is missing or wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "6.8"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
SERVER = "languagetool-server.jar"
CHECKED = {  # SHA-256 of what newslint's tests depend on
    SERVER: "07caad9dd6ba263c5827e87eebdbf27f0163f7f5a5056005576e373072043b2e",
    "libs/languagetool-core.jar": "c441918b1cf2de5491756772cd4bce2a408c3b9eb08e4ab84d843b2cd50f1d2b",
    "libs/language-en.jar": "69d3fa1020dea45ad38266e3d54c81969f3ba7eef5efd0a83a8b3fd778acddd0",
    "libs/language-all.jar": "ffc02a4f864d4580101dcdf91672350109c9ab99cafe635dc61b69c9220d626c",
}
POM = f"""<project><modelVersion>4.0.0</modelVersion>
<groupId>newslint</groupId><artifactId>languagetool</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId><version>{VERSION}</version></dependency>
<dependency><groupId>org.languagetool</groupId><artifactId>language-en</artifactId><version>{VERSION}</version></dependency>
</dependencies></project>
"""


def arrange(folder: Path) -> Path:
    """Make FOLDER/LanguageTool-VERSION as language-tool-python expects it, unless it is there. Returns its path."""
    home = folder / f"LanguageTool-{VERSION}"
    if not (home / SERVER).is_file():
        for program in ("java", "mvn"):
            if shutil.which(program) is None:
                raise SystemExit(f"{program} is not installed")
        home.mkdir(parents=True, exist_ok=True)
        (folder / "pom.xml").write_text(POM, encoding="utf-8")
        options = ["-DincludeScope=runtime", "-Dmdep.stripVersion=true", f"-DoutputDirectory={home / 'libs'}"]
        done = subprocess.run(["mvn", "-B", "-q", PLUGIN, *options], cwd=folder)
        if done.returncode:
            raise SystemExit(f"Maven could not copy LanguageTool {VERSION} (status {done.returncode})")
        (home / "libs" / SERVER).rename(home / SERVER)  # its manifest names libs/NAME.jar
    for name, expected in CHECKED.items():
        if hashlib.sha256((home / name).read_bytes()).hexdigest() != expected:
            raise SystemExit(f"{home / name} is not the file that was expected; delete {home} and try again")
    return home


def command(home: Path, port: int) -> list[str]:
    """The command that serves on a port of this machine; to be run in `home`."""
    libraries = os.pathsep.join(("libs/*", SERVER))
    return ["java", "-Xmx1000m", "-cp", libraries, "org.languagetool.server.HTTPServer", "--port", str(port)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--serve", type=int, metavar="PORT")
    asked = parser.parse_args()
    home = arrange(asked.folder.resolve())
    print(home, flush=True)
    if asked.serve:
        try:
            return subprocess.run(command(home, asked.serve), cwd=home).returncode
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
