"""The many services that took over the `sk-` of OpenAI for their own keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="deepseek-api-key",
        title="Key of DeepSeek or DashScope (`sk-` and 32 hex digits)",
        literals=("sk-",),
        pattern=r"sk-[0-9a-f]{32}",
        source="https://api-docs.deepseek.com/",
        passing=("sk-" + hexes(32),),
        failing=("sk-" + hexes(31),),
        innocent=("disk-usage risk-based",),
        bits=128,
    ),
    TokenFormat(
        kind="sk-api-key",
        title="Key of an OpenAI-compatible service",
        literals=("sk-",),
        pattern=r"sk-[A-Za-z0-9]{32,64}",
        source="https://platform.moonshot.ai/docs/introduction",
        passing=("sk-" + alnum(48),),
        failing=("sk-" + alnum(16),),
        innocent=("sk-learn-0.24 sk-SK",),
        bits=128,
        fallback=True,
    ),
    TokenFormat(
        kind="litellm-virtual-key",
        title="LiteLLM virtual key",
        literals=("sk-",),
        pattern=r"sk-[A-Za-z0-9_-]{22}",
        source="https://docs.litellm.ai/docs/proxy/virtual_keys",
        passing=("sk-" + alnum(22),),
        failing=("sk-" + alnum(19),),
        innocent=("sk-some-long-words-here-xy",),
        bits=130,
        check=looks_random,
        fallback=True,
    ),
)
