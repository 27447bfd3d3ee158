"""crates.io: publishing tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="crates-io-token",
        title="crates.io token",
        literals=("cio",),
        pattern=r"cio[A-Za-z0-9]{32}",
        source="https://doc.rust-lang.org/cargo/reference/registry-authentication.html",
        passing=("cio" + alnum(32),),
        failing=("cio" + alnum(12),),
        innocent=("comercio cio2",),
        bits=190,
        check=looks_random,
    ),
)
