"""A repository whose hooks are this project's, run by the real pre-commit."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support import ROOT

QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
NOT_THE_HOOKS = ("GITHUB_ACTIONS", "PRE_COMMIT", "FORCE_COLOR", "NO_COLOR", "GIT_DIR", "PYTHONPATH")


@dataclass(frozen=True, slots=True)
class Done:
    """How a run of pre-commit ended, and all that it printed."""

    code: int
    printed: str


@dataclass(frozen=True, slots=True)
class Hooks:
    """The hooks as a user gets them: a clone of the working tree, and where pre-commit keeps it."""

    source: Path
    home: Path

    def environ(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key not in NOT_THE_HOOKS}
        return {**kept, **QUIET, "PRE_COMMIT_HOME": str(self.home)}


def installed(folder: Path) -> Hooks:
    """The hooks, their environment built once below `folder` by whichever process comes first."""
    hooks = Hooks(folder / "source", folder / "home")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            _snapshot(hooks.source)
            user = Repository(folder / "user", hooks)
            user.configure("cassette-lint", "cassette-redact")
            done = user.pre_commit("install-hooks")
            assert done.code == 0, done.printed
            (folder / "built").touch()
    return hooks


def _snapshot(target: Path) -> None:
    """The working tree, committed: what a release made now would hold."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    git(target, "init", "--quiet")
    git(target, "add", "--all", "--force")
    git(target, "commit", "--quiet", "--message", "snapshot")


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.com"]
    command = ["git", *who, *arguments]
    environ = {**os.environ, **QUIET}
    done = subprocess.run(
        command, cwd=folder, env=environ, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


class Repository:
    """Somebody's repository with these hooks configured."""

    def __init__(self, folder: Path, hooks: Hooks) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.hooks = hooks
        git(folder, "init", "--quiet")

    def configure(self, *names: str, args: Sequence[str] = ()) -> None:
        """Write `.pre-commit-config.yaml` with these hooks, and stage it."""
        given = f", args: [{', '.join(args)}]" if args else ""
        listed = "".join(f"      - {{id: {name}{given}}}\n" for name in names)
        revision = git(self.hooks.source, "rev-parse", "HEAD").strip()
        text = f"repos:\n  - repo: {self.hooks.source}\n    rev: {revision}\n    hooks:\n{listed}"
        (self.folder / ".pre-commit-config.yaml").write_text(text)
        git(self.folder, "add", "--all")

    def write(self, name: str, text: str | bytes) -> Path:
        """Write and stage a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        git(self.folder, "add", "--all")
        return path

    def run(self, *arguments: str) -> Done:
        """`pre-commit run ARGUMENTS` over what is staged."""
        return self.pre_commit("run", *arguments)

    def pre_commit(self, *arguments: str) -> Done:
        """The real thing, in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=self.folder,
            env=self.hooks.environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Done(done.returncode, done.stdout)
