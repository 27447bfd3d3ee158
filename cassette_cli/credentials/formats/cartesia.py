"""Cartesia: speech keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="cartesia-api-key",
        title="Cartesia API key",
        literals=("sk_car_",),
        pattern=r"sk_car_[A-Za-z0-9_-]{20,60}",
        source="https://docs.cartesia.ai/get-started/authenticate-your-client-applications",
        passing=("sk_" + "car_" + alnum(22),),
        failing=("sk_" + "car_" + alnum(8),),
        innocent=("task_car_wash",),
        bits=120,
    ),
)
