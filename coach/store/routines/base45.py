"""Bytes as letters that a QR code takes 5.5 bits a letter for, as RFC 9285 has it."""

from __future__ import annotations

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_BASE = len(LETTERS)


def encode(data: bytes) -> str:
    """Return the bytes as letters: three for two bytes, two for a last one."""
    letters = []
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _letter in range(len(pair) + 1):
            value, rest = divmod(value, _BASE)
            letters.append(LETTERS[rest])
    return "".join(letters)


def decode(text: str) -> bytes:
    """Return the bytes that the letters stand for; raises ValueError where they stand for none."""
    try:
        values = [_VALUES[letter] for letter in text]
    except KeyError as error:
        message = f"not a letter of base45: {error}"
        raise ValueError(message) from error
    data = bytearray()
    for at in range(0, len(values), 3):
        three = values[at : at + 3]
        value = sum(each * _BASE**place for place, each in enumerate(three))
        try:
            data += value.to_bytes(len(three) - 1, "big")
        except OverflowError as error:
            message = "not base45: too large a value"
            raise ValueError(message) from error
        if len(three) == 1:
            message = "not base45: one letter too many"
            raise ValueError(message)
    return bytes(data)
