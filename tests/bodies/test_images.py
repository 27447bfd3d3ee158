"""Pictures are named and measured by their own bytes, whatever is said of them."""

from __future__ import annotations

import hashlib

import pytest
from handmade import (
    EXIF,
    bmp,
    bmp_of_os2,
    body,
    boxed,
    extended,
    facts,
    gif,
    jpeg,
    lossless,
    lossy,
    png,
    segment,
)
from hypothesis import given
from hypothesis import strategies as st
from support import seconds

from cassette_cli.bodies.image import image_kind, pixels
from cassette_cli.model.view import FactsView, XmlView

ICO = b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\x04\0\0\0\x16\0\0\0\xff\xfe\xfd\xfc"
PICTURES = {
    "png": ("png", png(68, 42)),
    "gif": ("gif", gif(68, 42)),
    "gif 87a": ("gif", gif(68, 42, b"87a")),
    "jpeg": ("jpeg", jpeg(68, 42)),
    "progressive jpeg": ("jpeg", jpeg(68, 42, frame=0xC2)),
    "jpeg with Exif": ("jpeg", jpeg(68, 42, EXIF, segment(0xE0, b"JFIF\0\1\1"))),
    "jpeg with a table before": ("jpeg", jpeg(68, 42, segment(0xC4, b"\0" * 17), b"\xff\x01")),
    "jpeg with fill bytes": ("jpeg", jpeg(68, 42, EXIF, b"\xff" * 9)),
    "lossy webp": ("webp", lossy(68, 42)),
    "lossless webp": ("webp", lossless(68, 42)),
    "extended webp": ("webp", extended(68, 42)),
    "bmp": ("bmp", bmp(68, 42)),
    "bmp from the top": ("bmp", bmp(68, -42)),
    "bmp of OS/2": ("bmp", bmp_of_os2(68, 42)),
}
UNMEASURED = {
    "avif": ("avif", boxed(b"avif")),
    "avif in motion": ("avif", boxed(b"avis")),
    "heic": ("heic", boxed(b"heic")),
    "heif": ("heic", boxed(b"mif1")),
    "webp of a new kind": ("webp", lossy(68, 42).replace(b"VP8 ", b"VP9 ")),
}
TYPES = ["", "image/png", "image/jpeg", "image/*", "application/octet-stream", "text/plain"]


@pytest.mark.parametrize("content_type", TYPES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_named_and_measured(name: str, content_type: str) -> None:
    kind, data = PICTURES[name]
    made = body(data, content_type)
    assert (made.kind, made.size, made.text) == (kind, len(data), None)
    assert facts(data, content_type) == ("68 x 42 pixels",)


@pytest.mark.parametrize("name", UNMEASURED)
def test_a_picture_that_hides_its_size_is_named(name: str) -> None:
    kind, data = UNMEASURED[name]
    assert (body(data).kind, facts(data)) == (kind, ())


def test_every_picture_has_a_hash() -> None:
    for _, data in (*PICTURES.values(), *UNMEASURED.values()):
        view = body(data).view()
        assert isinstance(view, FactsView)
        assert view.facts[-1] == f"sha256 {hashlib.sha256(data).hexdigest()[:16]}"


@pytest.mark.parametrize("size", [(1, 1), (16383, 16383), (255, 256)])
def test_sizes_are_read_to_the_last_bit(size: tuple[int, int]) -> None:
    makers = (png, gif, jpeg, lossy, lossless, extended, bmp, bmp_of_os2)
    for make in makers:
        assert pixels(make(*size)) == size, make.__name__
    assert pixels(extended(1 << 24, 1)) == (1 << 24, 1)
    assert pixels(png(2**31 - 1, 2)) == (2**31 - 1, 2)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_cut_at_any_byte_is_of_no_size_or_of_its_own(name: str) -> None:
    kind, data = PICTURES[name]
    for end in range(len(data)):
        assert image_kind(data[:end]) in (kind, None)
        assert pixels(data[:end]) in ((68, 42), None)
        assert body(data[:end], f"image/{kind}").view() is not None or not end
    assert pixels(data[: len(data) // 9]) is None


@given(st.sampled_from([data for _, data in PICTURES.values()]), st.integers(0, 99), st.binary())
def test_a_damaged_picture_is_still_shown(data: bytes, at: int, damage: bytes) -> None:
    damaged = data[:at] + damage + data[at + len(damage) :]
    assert body(damaged, "image/png").kind
    body(damaged, "image/png").view()


def test_what_is_claimed_but_not_known_is_a_picture() -> None:
    made = body(ICO, "image/x-icon")
    assert (made.kind, made.because) == ("image", "its content type is image/x-icon")
    assert facts(ICO, "image/x-icon") == ()
    assert body(ICO).kind == "binary"


def test_svg_is_xml() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="68"><path d="M0 0"/></svg>'
    for content_type in ("image/svg+xml", "image/svg+xml; charset=utf-8", None):
        made = body(svg, content_type)
        assert made.kind == "xml"
        assert isinstance(made.view(), XmlView)


@pytest.mark.parametrize("tail", [b"\xff" * 10**6, b"\xff\xd0" * 10**6, b"\xff\xe0\0\2" * 10**6])
def test_a_jpeg_without_end_costs_little(tail: bytes) -> None:
    assert pixels(b"\xff\xd8\xff\xe0\0\2" + tail) is None
    assert seconds(lambda: pixels(b"\xff\xd8\xff\xe0\0\2" + tail)) < 0.1
