"""Passwords inside connection strings and addresses: `scheme://user:password@host`."""

from cassette_cli.credentials.format import TokenFormat

FORMATS = (
    TokenFormat(
        kind="url-password",
        title="Password in an address",
        literals=("://",),
        pattern=r"""://[^\s/:@"\'<>\\?#]{0,128}:(?P<secret>[^\s/@"\'<>\\?#]{1,256})@(?=[A-Za-z0-9_\[.${<-])""",
        source="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
        passing=("postgres://admin:" + "hunter2" + "@db.internal/app",),
        failing=("postgres://admin@db.internal/app",),
        innocent=("http://localhost:8080/@scope/name",),
        bits=0,
        edge="",
        left_edge="",
    ),
    TokenFormat(
        kind="connection-string-password",
        title="Password in a connection string",
        literals=(
            "Password=",
            "password=",
            "Pwd=",
            "PWD=",
        ),
        pattern=r"""(?:Password|password|Pwd|PWD)=(?P<secret>[^;\s"\'&<>\\,]{4,128})(?=;)""",
        source="https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-strings",
        passing=("Server=db;User Id=sa;Pass" + "word=hunter2;Encrypt=true",),
        failing=("Server=db;Pass" + "word=;Encrypt=true",),
        innocent=("Password=;",),
        bits=0,
        edge="",
        left_edge="A-Za-z0-9_",
    ),
)
