"""Baidu Qianfan: API keys of the cloud."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="baidu-api-key",
        title="Baidu Cloud API key",
        literals=("bce-v3/ALTAK-",),
        pattern=r"bce-v3/ALTAK-[A-Za-z0-9]{20,24}/[0-9a-f]{40}",
        source="https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5",
        passing=("bce-" + "v3/ALTAK-" + alnum(21) + "/" + hexes(40),),
        failing=("bce-" + "v3/ALTAK-" + alnum(21),),
        innocent=("bce-v3/docs",),
        bits=160,
    ),
)
