"""What looks like a secret, wherever it stands."""

import re

SECRET = re.compile(
    r"(?<![\w/+-])(?:[A-Za-z0-9+/]{43,}={1,2}|IR@[0-9a-f-]{36}@[\w@=/+.-]{10,}"
    r"|eyJ[\w-]{20,}\.[\w-]{20,}[\w.-]*|sig=[A-Za-z0-9%]{30,})"
)
"""Keys of storage accounts and of integration runtimes, signatures in addresses, tokens."""
