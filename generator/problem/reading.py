"""Rules for files as such: KB101 to KB199."""

from generator.problem.rule import Rule

NOT_UTF8 = Rule(
    code="KB101",
    name="not-utf-8",
    what="byte {byte} is not UTF-8.",
    mend="Save the file as UTF-8.",
    why="Every file is read as UTF-8, on every machine. A file in another encoding would show "
    "wrong letters on the site, or different ones on another machine.",
    bad='title: "Caf\\xe9"   # saved as Latin-1',
    good='title: "Café"   # saved as UTF-8',
)
FORBIDDEN_CHARACTER = Rule(
    code="KB102",
    name="forbidden-character",
    what="the character {character} can stand in no text.",
    mend="Delete it.",
    why="Control characters come in by pasting from terminals and PDF files. They are invisible in an editor; a "
    "terminal acts on them, and those that turn the direction of writing show another text than is copied.",
    bad='title: "Node\\u0007"   # the file holds the bell character itself',
    good="title: Node",
)
EMPTY_FILE = Rule(
    code="KB103",
    name="empty-file",
    what="the file has no content.",
    mend='Fill it ("kb new entry" writes a start), or delete it.',
    why="An empty file is mostly one that was never saved.",
    bad="# an entry will come here",
    good="id: dataset\ntitle: Dataset",
)
TOO_LARGE = Rule(
    code="KB104",
    name="too-large",
    what="the file has {size} bytes; at most {limit} are read.",
    mend="Split it, or move what is not prose elsewhere.",
    why="An entry of 2,300 words has 16 kB. A file of over 1 MB is no entry, and reading it "
    "would only cost time and memory before another complaint.",
    bad="# integration-runtime.yaml, 50 MB: a log was saved under this name",
    good="# integration-runtime.yaml, 16 kB",
)
SYNTAX = Rule(
    code="KB105",
    name="yaml-syntax",
    what="{what}",
    mend="{mend}",
    why="The file cannot be read past this place, so nothing after it was checked.",
    bad="definition: Compute: it moves data",
    good='definition: "Compute: it moves data"',
)
TAB = Rule(
    code="KB106",
    name="tab",
    what="a tab stands where YAML takes only spaces.",
    mend="Indent with spaces.",
    why="How far a tab indents depends on the editor, so YAML does not allow it in indentation.",
    bad="cli:\n\twhy: The status is live.",
    good="cli:\n  why: The status is live.",
)
DUPLICATE_KEY = Rule(
    code="KB107",
    name="duplicate-key",
    what='the key "{key}" stands twice; first in line {first}.',
    mend="Join the two, or delete one.",
    why="Most YAML readers silently keep the last value. What was written first would be lost.",
    bad="security: Keys are kept in Key Vault.\nsecurity: Nodes encrypt with DPAPI.",
    good="security: Keys are kept in Key Vault. Nodes encrypt with DPAPI.",
)
TOO_DEEP = Rule(
    code="KB108",
    name="too-deep",
    what="lists and mappings are nested more than {limit} deep.",
    mend="Flatten them; an entry needs six levels.",
    why="No entry needs it. Nesting this deep is a slip, such as an unclosed bracket repeated by "
    "a script, or an attempt to stop the program.",
    bad="aliases: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    good="aliases: [IR]",
)
TOO_MANY_VALUES = Rule(
    code="KB109",
    name="too-many-values",
    what="the file holds too much: more than {limit} values, or megabytes of text.",
    mend="Split it, and repeat nothing with `&` and `*`.",
    why="An alias that repeats a list of aliases grows like a chain letter: ten lines can become "
    "a billion values.",
    bad="a: &a [x, x, x, x, x, x, x, x, x]\n"
    "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
    "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
    "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
    "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
    "f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]",
    good="labels: [networking]",
)
ALIAS_IN_ITSELF = Rule(
    code="KB110",
    name="alias-in-itself",
    what="an alias stands inside the value it repeats.",
    mend="Write the value out.",
    why="Such a value has no end.",
    bad="related: &all [*all]",
    good="related: [dataset]",
)
LEAVES_FOLDER = Rule(
    code="KB111",
    name="leaves-folder",
    what="a symbolic link leads out of the project's folder.",
    mend="Put the file itself here.",
    why="The site would publish a file that nobody reviewed, and that another machine does not have.",
    bad="# glossary/analytics/dataset.yaml -> /home/mia/dataset.yaml",
    good="# glossary/analytics/dataset.yaml is a file",
)
SECOND_DOCUMENT = Rule(
    code="KB112",
    name="second-document",
    what="a second YAML document begins here.",
    mend="One file holds one document: delete the line `---`, or move the rest to its own file.",
    why="What stands after `---` belongs to another document and would not be read.",
    bad="title: Dataset\n---\nowner: data-platform",
    good="title: Dataset\nowner: data-platform",
)
UNREADABLE = Rule(
    code="KB113",
    name="unreadable",
    what="the file cannot be read: {reason}.",
    mend="Mend its permissions or the link, or delete it.",
    why="A file that is there and cannot be read would otherwise vanish from the site unnoticed.",
    bad="# dataset.yaml is a link to a file that was deleted",
    good="# dataset.yaml is a file everybody may read",
)
TAG = Rule(
    code="KB114",
    name="tag",
    what='the tag "{tag}" has no meaning here.',
    mend="Delete the tag; for a text that begins with `!`, use quotes.",
    why="Tags ask a YAML reader to build something other than text, numbers, lists and mappings. "
    "Nothing else is ever built from an author's file.",
    bad="title: !!python/name:os.system Dataset",
    good="title: Dataset",
)
KEY_NOT_TEXT = Rule(
    code="KB115",
    name="key-not-text",
    what="a key is not text.",
    mend="Write a plain word before the colon.",
    why="Keys name the parts of an entry. A list or nothing as a key names none.",
    bad="? [security, cost]\n: Keys are kept in Key Vault.",
    good="security: Keys are kept in Key Vault.",
)
STRAY_FILE = Rule(
    code="KB116",
    name="stray-file",
    what="no entry is read from here.",
    mend="An entry is `glossary/<domain>/<id>.yaml`: rename or move the file.",
    why="A file with another ending, or in another depth of folders, would be passed over, and "
    "its author would look for the page in vain.",
    bad="# glossary/analytics/dataset.yml",
    good="# glossary/analytics/dataset.yaml",
)
ACTIVE_FILE = Rule(
    code="KB119",
    name="active-file",
    what="the file is published as it is, and a browser could run it: {what}.",
    mend="Make it a page in Markdown, or an image without scripts.",
    why="Pages run nothing that an author wrote. A file beside them, opened at its own address, would run in the "
    "name of the site.",
    bad="# content/guides/report.html",
    good="# content/guides/report.md",
)
OPEN_FRONT_MATTER = Rule(
    code="KB117",
    name="open-front-matter",
    what="the front matter that begins in line 1 has no end.",
    mend="Close it with a line `---`.",
    why="Front matter is the YAML between two lines `---` at the top of a Markdown page. Without "
    "its end, the page has neither title nor text.",
    bad="---\ntitle: Which runtime runs my activity?\n\n# Which runtime runs my activity?",
    good="---\ntitle: Which runtime runs my activity?\n---\n\n# Which runtime runs my activity?",
    language="markdown",
)
EMPTY_VALUE = Rule(
    code="KB118",
    name="empty-value",
    what="nothing stands here.",
    mend="Write a value, or delete the key.",
    why="A key without a value is mostly one that was to be filled later. The word `null` and "
    "the sign `~` mean nothing, too; in quotes they are text.",
    bad="security:\ncost: Billed by the hour.",
    good="cost: Billed by the hour.",
)

READING = (
    NOT_UTF8,
    FORBIDDEN_CHARACTER,
    EMPTY_FILE,
    TOO_LARGE,
    SYNTAX,
    TAB,
    DUPLICATE_KEY,
    TOO_DEEP,
    TOO_MANY_VALUES,
    ALIAS_IN_ITSELF,
    LEAVES_FOLDER,
    SECOND_DOCUMENT,
    UNREADABLE,
    TAG,
    KEY_NOT_TEXT,
    STRAY_FILE,
    ACTIVE_FILE,
    OPEN_FRONT_MATTER,
    EMPTY_VALUE,
)
