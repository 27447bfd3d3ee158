"""Pinecone: vector store keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="pinecone-api-key",
        title="Pinecone API key",
        literals=("pcsk_",),
        pattern=r"pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{40,70}",
        source="https://docs.pinecone.io/guides/projects/manage-api-keys",
        passing=("pcsk_" + alnum(6) + "_" + alnum(63),),
        failing=("pcsk_" + alnum(6),),
        innocent=("pcsk_index",),
        bits=238,
    ),
)
