import sys

from .client import ask
from .server import serve

if len(sys.argv) == 2 and sys.argv[1] == "serve":
    serve()
elif len(sys.argv) == 2 and sys.argv[1] == "greet":
    ask()
else:
    sys.exit("usage: python -m hello serve|greet")
