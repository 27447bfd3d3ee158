"""HashiCorp: Vault and Terraform Cloud tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="vault-token",
        title="Vault token",
        literals=(
            "hvs.",
            "hvb.",
            "hvr.",
        ),
        pattern=r"hv[sbr]\.[A-Za-z0-9_-]{24,300}",
        source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
        passing=("hvs" + "." + alnum(24),),
        failing=("hvs" + "." + alnum(12),),
        innocent=("hvs.x",),
        bits=144,
    ),
    TokenFormat(
        kind="terraform-cloud-token",
        title="Terraform Cloud token",
        literals=(".atlasv1.",),
        pattern=r"[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,70}",
        source="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
        passing=(alnum(14) + ".atlas" + "v1." + alnum(67),),
        failing=(alnum(14) + ".atlas" + "v1." + alnum(12),),
        innocent=(".atlasv1.",),
        bits=360,
        leads=(14,),
    ),
)
