"""How readers compete for a file, a body or a stream: each bids, and says why."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Bid(IntEnum):
    """How sure a reader is that it is the right one."""

    NO = 0
    MAYBE = 1
    LIKELY = 2
    SURE = 3
    PROVEN = 4
    """By what it is made of, whatever is said of it."""


class Offer(NamedTuple):
    """A bid and its reason: a clause that a user reads in `--explain`."""

    bid: Bid
    because: str


def best(offers: Iterable[tuple[T, Offer]]) -> tuple[T, Offer] | None:
    """The reader with the highest bid; the first of equals; None when all say no."""
    winner: tuple[T, Offer] | None = None
    for reader, offer in offers:
        if offer.bid > (winner[1].bid if winner else Bid.NO):
            winner = reader, offer
    return winner
