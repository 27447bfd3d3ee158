"""A name split into its words: `X-Api-Key`, `xApiKey`, `x_api_key` and `XAPIKey` are alike."""

from __future__ import annotations

from functools import lru_cache

from cassette_cli.lazy import lazy

WORD = lazy(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_LONGEST = 128

# Words that names run together in lower case, and what they are made of.
_COMPOUNDS: dict[str, tuple[str, ...]] = {
    "accesskey": ("access", "key"),
    "accesskeyid": ("access", "key", "id"),
    "accesstoken": ("access", "token"),
    "accountkey": ("account", "key"),
    "adminpassword": ("admin", "password"),
    "apikey": ("api", "key"),
    "apikeys": ("api", "keys"),
    "apisecret": ("api", "secret"),
    "apitoken": ("api", "token"),
    "appkey": ("app", "key"),
    "appsecret": ("app", "secret"),
    "authkey": ("auth", "key"),
    "authtoken": ("auth", "token"),
    "clientid": ("client", "id"),
    "clientsecret": ("client", "secret"),
    "csrftoken": ("csrf", "token"),
    "dbpassword": ("db", "password"),
    "idtoken": ("id", "token"),
    "pagetoken": ("page", "token"),
    "passwd": ("password",),
    "passphrase": ("passphrase",),
    "privatekey": ("private", "key"),
    "publickey": ("public", "key"),
    "pubkey": ("public", "key"),
    "pwd": ("password",),
    "refreshtoken": ("refresh", "token"),
    "secretaccesskey": ("secret", "access", "key"),
    "secretkey": ("secret", "key"),
    "sessionid": ("session", "id"),
    "sessionkey": ("session", "key"),
    "sessiontoken": ("session", "token"),
    "sharedkey": ("shared", "key"),
    "userpassword": ("user", "password"),
    "usertoken": ("user", "token"),
    "writekey": ("write", "key"),
    "xapi": ("x", "api"),
    "xsrf": ("csrf",),
}


def word_set(words: str) -> frozenset[str]:
    """A set of the words in a text: long lists are easier to read, and to keep, as prose."""
    return frozenset(words.split())


@lru_cache(maxsize=4096)
def split_words(name: str) -> tuple[str, ...]:
    """The words of `name` in lower case; names beyond 128 characters are prose and have none."""
    if len(name) > _LONGEST:
        return ()
    words: list[str] = []
    for found in WORD.findall(name):
        word = found.lower()
        if word == "auth" and words and words[-1] == "o":
            words[-1] = "oauth"
            continue
        words += _COMPOUNDS.get(word, (word,))
    return tuple(words)
