"""Content codings undone and made again, and what broken or hostile ones cost."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from time import process_time

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from support import bytes_layer, growth, lowered, random_edits

from cassette_cli.bodies.coding import CODINGS
from cassette_cli.bodies.decompressed import Decompressed
from cassette_cli.errors import LimitError, RefusedError
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Edit, Span, splice

MANY = 10**6
TEXT = b'{"id": 1, "text": "hello hello hello"}'


def raw(data: bytes) -> bytes:
    machine = zlib.compressobj(6, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def passes_for_text(data: bytes) -> bool:
    """Whether a raw stream, which has no mark of its own, could as well be a text."""
    text = data.decode("utf-8", "replace").replace("\ufffd", "\0")
    return all(one >= " " or one in "\t\n\r" for one in text)


def old_gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=1_700_000_000)


PACK: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", old_gzip),
    "x-gzip": ("x-gzip", gzip.compress),
    "zlib deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstandard.compress),
}


def unpack(name: str, data: bytes, limit: int = MANY) -> bytes:
    return CODINGS[name].decode(data, limit)


@pytest.mark.parametrize("kind", PACK)
@given(data=st.binary(max_size=300).map(lambda part: part * 9))
def test_what_was_packed_is_unpacked(kind: str, data: bytes) -> None:
    name, pack = PACK[kind]
    if kind != "raw deflate" or not passes_for_text(pack(data)):
        assert unpack(name, pack(data)) == data


@pytest.mark.parametrize("kind", ["gzip", "zstd"])
def test_several_members_are_one_body(kind: str) -> None:
    name, pack = PACK[kind]
    assert unpack(name, pack(b"one ") + pack(b"") + pack(b"two")) == b"one two"


def test_zeros_after_the_last_member_are_ignored() -> None:
    assert unpack("gzip", gzip.compress(b"one") + bytes(20)) == b"one"
    assert unpack("gzip", gzip.compress(bytes(70_000)) + bytes(20)) == bytes(70_000)


@pytest.mark.parametrize("kind", PACK)
def test_a_body_cut_off_is_said_to_be(kind: str) -> None:
    name, pack = PACK[kind]
    packed = pack(bytes(range(256)) * 9)
    for size in range(12, len(packed)):
        with pytest.raises(ValueError, match=r"cut off|corrupt"):
            unpack(name, packed[:size])
    with pytest.raises(ValueError, match="cut off"):
        unpack(name, packed[:-1])


@pytest.mark.parametrize("kind", PACK)
def test_garbage_is_said_to_be_corrupt(kind: str) -> None:
    name, pack = PACK[kind]
    packed = bytearray(pack(TEXT * 20))
    for broken in (b"\xff" * 50, bytes(50), bytes(packed[:6]) + b"\xff" * 20, b"not packed at all"):
        with pytest.raises(ValueError, match=r"cut off|corrupt"):
            unpack(name, broken)


@pytest.mark.parametrize("kind", ["gzip", "zlib deflate"])
def test_a_wrong_check_sum_is_corrupt(kind: str) -> None:
    name, pack = PACK[kind]
    packed = bytearray(pack(TEXT))
    packed[-6 if name == "gzip" else -1] ^= 1
    with pytest.raises(ValueError, match="corrupt"):
        unpack(name, bytes(packed))


@given(st.sampled_from(sorted(CODINGS)), st.binary(max_size=80))
def test_any_bytes_are_unpacked_or_refused(name: str, data: bytes) -> None:
    for packed in (
        data,
        b"\x1f\x8b\x08\x00" + data,
        b"\x28\xb5\x2f\xfd" + data,
        b"\x78\x9c" + data,
    ):
        try:
            unpack(name, packed, 10_000)
        except (ValueError, LimitError):
            continue


def zeros(kind: str) -> bytes:
    """A gigabyte of zeros, packed."""
    million = bytes(1 << 20)
    if kind == "zstd":
        machine = zstandard.ZstdCompressor().compressobj()
        return b"".join(machine.compress(million) for _ in range(1024)) + machine.flush()
    if kind == "br":
        packer = brotli.Compressor(quality=1)
        return b"".join(packer.process(million) for _ in range(1024)) + packer.finish()
    press = zlib.compressobj(1, zlib.DEFLATED, 31 if kind == "gzip" else 15)
    return b"".join(press.compress(million) for _ in range(1024)) + press.flush()


@pytest.mark.parametrize("kind", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_left_at_the_limit(kind: str) -> None:
    bomb = zeros(kind)
    tracemalloc.start()
    start = process_time()
    with pytest.raises(LimitError, match="more than 1000000 bytes"):
        unpack(kind, bomb, MANY)
    assert process_time() - start < 1
    assert tracemalloc.get_traced_memory()[1] < 50 * MANY
    tracemalloc.stop()


@pytest.mark.parametrize("kind", PACK)
def test_the_limit_itself_is_allowed(kind: str) -> None:
    name, pack = PACK[kind]
    assert len(unpack(name, pack(bytes(5_000)), 5_000)) == 5_000
    with pytest.raises(LimitError):
        unpack(name, pack(bytes(5_001)), 5_000)


def test_many_small_members_take_time_in_proportion() -> None:
    member = gzip.compress(b"")
    assert growth(lambda size: unpack("gzip", member * size), 2_000) < 8


@pytest.mark.parametrize("kind", PACK)
@given(data=st.data())
def test_an_edit_packs_the_edited_whole_again(kind: str, data: st.DataObject) -> None:
    name, pack = PACK[kind]
    plain = data.draw(st.binary(max_size=60))
    if kind == "raw deflate" and passes_for_text(pack(plain)):
        return
    layer = Decompressed(bytes_layer(pack(plain)), CODINGS[name], MANY)
    edits = random_edits(data.draw, plain, st.binary(max_size=5))
    try:
        after = lowered(layer, edits)
    except RefusedError:
        assert kind == "raw deflate"
        return
    assert unpack(name, after) == splice(plain, edits)
    assert lowered(layer, edits) == after


def test_a_place_in_it_is_all_of_it() -> None:
    layer = Decompressed(bytes_layer(gzip.compress(TEXT, mtime=0)), CODINGS["gzip"], MANY)
    (place,) = layer.outward(Span(1, 2))
    assert place == Place(layer.parent, Span(0, len(layer.parent.value)))
    assert layer.opaque


def test_gzip_keeps_its_time_stamp_and_deflate_its_wrapping() -> None:
    layer = Decompressed(bytes_layer(old_gzip(TEXT)), CODINGS["gzip"], MANY)
    assert lowered(layer, [Edit(Span(0, 1), b"[")])[:10] == old_gzip(TEXT)[:10]
    for pack, sums in ((zlib.compress, True), (raw, False)):
        layer = Decompressed(bytes_layer(pack(TEXT)), CODINGS["deflate"], MANY)
        after = lowered(layer, [Edit(Span(1, 2), b" ")])
        assert (after[0] == 0x78) == sums
