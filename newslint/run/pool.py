"""Processes for large runs. Small ones are done sooner in one: starting workers costs more than it gains."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from newslint.model import NewslintError

Task = TypeVar("Task")
Done = TypeVar("Done")

FORK_FROM = 2_000_000  # bytes to read, from which workers pay
SPAWN_FROM = 5_000_000
_SLOW = 40  # times that an article takes when a server has to be asked about it
_AHEAD = 3  # tasks in flight for each worker


def workers(size: int, jobs: int | None, *, slow: bool = False) -> int:
    """How many processes to use for `size` bytes; 1 means: none beside this one. `jobs` is the most there may be.

    `slow`: a server is asked about each article.
    """
    if size * (_SLOW if slow else 1) < (FORK_FROM if _forks() else SPAWN_FROM):
        return 1
    return jobs if jobs is not None else cores()


def cores() -> int:
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ordered(
    work: Callable[[Task], Done],
    tasks: Iterable[Task],
    count: int,
    start: Callable[..., None],
    arguments: tuple[Any, ...],
) -> Iterator[tuple[Task, Done]]:
    """Each task with what `work` makes of it, in order, done by `count` processes that first call `start(*arguments)`.

    Reads only a few tasks ahead. With a count of 1 all is done here. Raises NewslintError when a worker dies.
    """
    if count == 1:
        start(*arguments)
        yield from ((task, work(task)) for task in tasks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(count, get_context("fork" if _forks() else "spawn"), _begin, (start, arguments))
    waiting: deque[tuple[Task, Future[Done]]] = deque()
    whole = False
    try:
        for task in tasks:
            waiting.append((task, pool.submit(work, task)))
            if len(waiting) >= count * _AHEAD:
                first, done = waiting.popleft()
                yield first, done.result()
        while waiting:
            first, done = waiting.popleft()
            yield first, done.result()
        whole = True
    except BrokenProcessPool:
        raise NewslintError("a worker process was ended from outside (out of memory?); try --jobs 1") from None
    finally:
        # A pool that still winds up when the process ends may complain of a pipe that is closed: wait for it, unless
        # the run was broken off.
        pool.shutdown(wait=whole, cancel_futures=True)


def _forks() -> bool:
    return sys.platform == "linux"


def _begin(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    Thread(target=_follow_parent, daemon=True).start()
    start(*arguments)


def _follow_parent() -> None:
    """End this worker when its parent is gone: it would wait for work for ever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
