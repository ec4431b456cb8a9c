"""Rules for mkdocs.yml: KB430 to KB439."""

from generator.problem.rule import Rule

WRONG_SETTING = Rule(
    code="KB430",
    name="wrong-setting",
    what="{what}",
    mend="{mend}",
    why="Pages are made for these settings. With others, MkDocs would build a site without a complaint whose "
    "links, search or styles do not work.",
    bad="use_directory_urls: true",
    good="use_directory_urls: false",
)
MISSING_ASSET = Rule(
    code="KB431",
    name="missing-asset",
    what='"{key}" does not name "{path}".',
    mend="Add it{where}.",
    why="Each part of a page has one stylesheet and one script, which the page needs to work.",
    bad="extra_javascript:\n  - assets/kb/moved.js",
    good="extra_javascript:\n  - assets/kb/moved.js\n  - assets/kb/value.js",
)

CONFIG = (WRONG_SETTING, MISSING_ASSET)
