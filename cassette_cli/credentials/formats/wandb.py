"""Weights & Biases: keys of the second generation."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="wandb-api-key",
        title="Weights & Biases API key",
        literals=("wandb_v1_",),
        pattern=r"wandb_v1_[A-Za-z0-9_]{60,100}",
        source="https://docs.wandb.ai/platform/hosting/iam/access-management/manage-organization",
        passing=("wandb_" + "v1_" + alnum(77),),
        failing=("wandb_" + "v1_" + alnum(12),),
        innocent=("wandb_v1_core",),
        bits=357,
    ),
)
