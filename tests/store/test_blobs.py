"""Files of a desk: whole or not there, named by their content, and on the disk before anybody names them."""

import errno
import hashlib
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from agentdesk.store.blobs import Blobs
from agentdesk.store.errors import DeskError

POSIX = pytest.mark.skipif(os.name != "posix", reason="directories are synced on POSIX")


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path)


def names(blobs: Blobs) -> list[str]:
    return sorted(path.name for path in blobs.directory.rglob("*") if path.is_file())


def test_what_is_kept_is_named_by_its_content(blobs: Blobs) -> None:
    sha256 = blobs.put(b"hello")
    assert sha256 == hashlib.sha256(b"hello").hexdigest()
    assert (blobs.read(sha256), blobs.size(sha256), blobs.has(sha256)) == (b"hello", 5, True)
    assert blobs.put(b"hello") == sha256
    assert names(blobs) == [sha256]


def test_what_is_not_here_is_not(blobs: Blobs) -> None:
    sha256 = hashlib.sha256(b"elsewhere").hexdigest()
    assert (blobs.read(sha256), blobs.size(sha256), blobs.has(sha256)) == (None, None, False)


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 65, "a" * 64 + "\n"])
def test_what_is_no_hash_is_no_place(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the name itself is all it says)
        blobs.path(name)
    assert blobs.size(name) is None


@POSIX
def test_a_file_is_synced_before_it_has_its_name_and_the_name_after_it(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a loss of power leaves a name without its content, or a content nobody finds."""
    done: list[tuple[str, Any]] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        fsync(handle)
        done.append(("synced", os.fstat(handle).st_ino))

    def named(old: Any, new: Any) -> None:
        replace(old, new)
        done.append(("named", os.stat(new).st_ino))

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", named)
    path = blobs.path(blobs.put(b"hello"))
    file, *directories = (place.stat().st_ino for place in (path, *list(path.parents)[:3]))
    assert done == [("synced", file), ("named", file), *(("synced", directory) for directory in directories)]
    done.clear()
    blobs.put(b"hello")
    assert [what for what, _ in done] == ["synced", "named", "synced"], "the directories are known by then"


def test_a_source_that_breaks_off_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x" * 3_000_000)

    def stop(done: int) -> None:
        if done > 2_000_000:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        blobs.put_file(source, limit=1 << 30, step=stop)
    with pytest.raises(ValueError, match="too large"):
        blobs.put_file(source, limit=2_999_999)
    assert names(blobs) == []
    assert blobs.put_file(source, limit=3_000_000)[1] == 3_000_000


def test_the_source_s_error_is_its_own_and_the_disk_s_is_the_desk_s(
    blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileNotFoundError):
        blobs.put_file(tmp_path / "none", limit=1)

    def refused(handle: int) -> None:
        raise OSError(errno.EIO, "the disk is broken")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(DeskError, match="disk-error"):
        blobs.put(b"hello")
    assert names(blobs) == []


def test_a_write_that_takes_a_part_is_gone_on_with(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:7]))
    assert blobs.read(blobs.put(b"more than seven bytes")) == b"more than seven bytes"


def test_what_somebody_was_killed_in_is_swept_away(blobs: Blobs) -> None:
    sha256 = blobs.put(b"whole")
    (blobs.directory / "new-abcdef").write_bytes(b"hal")
    left = blobs.left_over()
    (blobs.directory / "new-fedcba").write_bytes(b"being written")
    blobs.sweep(left)
    assert names(blobs) == sorted([sha256, "new-fedcba"])


def test_the_same_file_kept_by_many_threads_is_one(blobs: Blobs) -> None:
    ready, kept = threading.Barrier(6), []

    def keep() -> None:
        ready.wait(60)
        kept.append(blobs.put(b"x" * 500_000))

    threads = [threading.Thread(target=keep) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(kept) == 6
    assert names(blobs) == [kept[0]]
