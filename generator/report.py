"""Problems as an author, a program or a code review wants them."""

import json
from collections.abc import Sequence

from generator.problem import Problem, Severity
from generator.wording import count


def as_text(problems: Sequence[Problem]) -> str:
    """One line each, by place."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with path, line, column, code, severity, what and mend."""
    rows = [
        {
            **problem.place._asdict(),
            "code": problem.code,
            "severity": problem.severity.value,
            "what": problem.what,
            "mend": problem.mend,
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub Actions shows beside the lines of a pull request."""
    return "".join(
        f"::{problem.severity.value} "
        f"file={_property(problem.place.path)},line={problem.place.line},col={problem.place.column},title={problem.code}::"
        f"{_message(f'{problem.what} {problem.mend}')}\n"
        for problem in problems
    )


# https://github.com/actions/toolkit, packages/core/src/command.ts: how values are escaped.
def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, in how many files."""
    files = len({problem.place.path for problem in problems})
    broken = errors(problems)
    warnings = len(problems) - len(broken)
    parts = [count(len(broken), "problem")] if broken or not warnings else []
    parts += [count(warnings, "warning")] if warnings else []
    return f"{' and '.join(parts)} in {count(files, 'file')}."


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
