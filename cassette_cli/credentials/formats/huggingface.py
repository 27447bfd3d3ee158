"""Hugging Face: user access tokens and organisation tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="huggingface-token",
        title="Hugging Face access token",
        literals=("hf_",),
        pattern=r"hf_[A-Za-z0-9]{30,40}",
        source="https://huggingface.co/docs/hub/security-tokens",
        passing=("hf_" + alnum(34),),
        failing=("hf_" + alnum(12),),
        innocent=("hf_transfer half_time",),
        bits=178,
    ),
    TokenFormat(
        kind="huggingface-organization-token",
        title="Hugging Face organisation token",
        literals=("api_org_",),
        pattern=r"api_org_[A-Za-z0-9]{30,40}",
        source="https://huggingface.co/docs/hub/security-tokens",
        passing=("api_" + "org_" + alnum(34),),
        failing=("api_" + "org_" + alnum(12),),
        innocent=("api_org_members",),
        bits=178,
    ),
)
