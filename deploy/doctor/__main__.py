"""`python3 -m deploy.doctor`: with any Python; one that is too old is told so in a line it can read."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said to those who have an older one
    sys.exit("Sous needs Python 3.11 or newer, and this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from deploy.doctor.program import main

sys.exit(main())
