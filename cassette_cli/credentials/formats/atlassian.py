"""Atlassian: API tokens of Jira and Confluence."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="atlassian-api-token",
        title="Atlassian API token",
        literals=("ATATT3",),
        pattern=r"ATATT3[A-Za-z0-9_=-]{150,250}",
        source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        passing=("ATATT3" + alnum(186),),
        failing=("ATATT3" + alnum(20),),
        innocent=("ATATT3",),
        bits=893,
        edge="A-Za-z0-9_=-",
    ),
)
