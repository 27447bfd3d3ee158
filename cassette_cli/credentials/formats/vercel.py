"""Vercel: AI gateway keys and account tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="vercel-ai-gateway-key",
        title="Vercel AI Gateway key",
        literals=("vck_",),
        pattern=r"vck_[A-Za-z0-9]{24,80}",
        source="https://vercel.com/docs/ai-gateway/authentication",
        passing=("vck_" + alnum(56),),
        failing=("vck_" + alnum(12),),
        innocent=("fvck_off",),
        bits=142,
    ),
    TokenFormat(
        kind="vercel-token",
        title="Vercel access token",
        literals=(
            "vcp_",
            "vci_",
            "vca_",
            "vcr_",
        ),
        pattern=r"vc[piar]_[A-Za-z0-9]{24,80}",
        source="https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
        passing=("vcp_" + alnum(56),),
        failing=("vcp_" + alnum(12),),
        innocent=("vcp_driver",),
        bits=142,
    ),
)
