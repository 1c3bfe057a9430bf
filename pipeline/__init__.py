"""themaspin: which integral themes does municipal policy on labour migration cover."""

__version__ = "0.1.0"
