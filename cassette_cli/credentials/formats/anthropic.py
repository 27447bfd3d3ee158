"""Anthropic: API and admin keys, OAuth tokens of Claude, web sessions."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="anthropic-api-key",
        title="Anthropic API key",
        literals=("sk-ant-",),
        pattern=r"sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{32,128}",
        source="https://docs.anthropic.com/en/api/overview",
        passing=("sk-" + "ant-api03-" + alnum(93) + "AA",),
        failing=("sk-" + "ant-api03-" + alnum(12),),
        innocent=("task-ant-colony",),
        bits=192,
    ),
    TokenFormat(
        kind="anthropic-admin-key",
        title="Anthropic admin API key",
        literals=("sk-ant-",),
        pattern=r"sk-ant-admin[0-9]{2}-[A-Za-z0-9_-]{32,128}",
        source="https://docs.anthropic.com/en/api/administration-api",
        passing=("sk-" + "ant-admin01-" + alnum(93) + "AA",),
        failing=("sk-" + "ant-admin01-" + alnum(12),),
        innocent=("sk-ant-admin01",),
        bits=192,
    ),
    TokenFormat(
        kind="anthropic-oauth-token",
        title="Claude OAuth access or refresh token",
        literals=("sk-ant-",),
        pattern=r"sk-ant-o[ar]t[0-9]{2}-[A-Za-z0-9_-]{32,128}",
        source="https://docs.anthropic.com/en/docs/claude-code/iam",
        passing=("sk-" + "ant-oat01-" + alnum(95),),
        failing=("sk-" + "ant-oat01-" + alnum(12),),
        innocent=("sk-ant-oat01",),
        bits=192,
    ),
    TokenFormat(
        kind="anthropic-session",
        title="Claude web session",
        literals=("sk-ant-",),
        pattern=r"sk-ant-sid[0-9]{2}-[A-Za-z0-9_-]{32,200}",
        source="https://docs.anthropic.com/en/api/overview",
        passing=("sk-" + "ant-sid01-" + alnum(86),),
        failing=("sk-" + "ant-sid01-" + alnum(12),),
        innocent=("sk-ant-sid01",),
        bits=192,
    ),
    TokenFormat(
        kind="anthropic-legacy-key",
        title="Anthropic API key of an unknown or old sort",
        literals=("sk-ant-",),
        pattern=r"sk-ant-[A-Za-z0-9_-]{40,128}",
        source="https://docs.anthropic.com/en/api/overview",
        passing=("sk-" + "ant-" + alnum(80),),
        failing=("sk-" + "ant-" + alnum(12),),
        innocent=("sk-ant-...",),
        bits=190,
        fallback=True,
    ),
)
