"""From facts to findings: pure, one module for each kind of illness. `everything.judge` asks them all."""
