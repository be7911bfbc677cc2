"""What an ONNX file asks for besides itself, read from its protobuf bytes without touching a tensor.

ONNX Runtime would open files that a model names beside itself; a model that is run must be what was hashed, all of it.
Field numbers: onnx.proto3 of ONNX 1.18.
"""

from collections.abc import Iterator

# message -> field number -> message of that field
_INSIDE = {
    "model": {7: "graph"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "tensor": {},
}
_FUNCTIONS = 25
_OPERATOR, _DOMAIN = 4, 7
_EXTERNAL_DATA, _DATA_LOCATION = 13, 14
_STANDARD = (b"", b"ai.onnx")


def foreign_parts(data: bytes) -> str:
    """Empty for a model of standard operators alone with all its weights inside; else what it asks for, in words.

    Functions of a model's own are not standard operators, whatever they are called: they could stand for any of them, and
    ones that call each other deep enough crash ONNX Runtime before 1.32.
    """
    waiting = [("model", memoryview(data))]
    try:
        while waiting:
            message, content = waiting.pop()
            operator, domain = b"", b""
            for number, value in _fields(content):
                if isinstance(value, memoryview) and number in _INSIDE[message]:
                    waiting.append((_INSIDE[message][number], value))
                elif message == "model" and number == _FUNCTIONS:
                    return "it brings operators of its own"
                elif message == "tensor" and (number == _EXTERNAL_DATA or (number == _DATA_LOCATION and value != 0)):
                    return "it keeps weights outside the model file"
                elif message == "node" and number == _OPERATOR and isinstance(value, memoryview):
                    operator = bytes(value)
                elif message == "node" and number == _DOMAIN and isinstance(value, memoryview):
                    domain = bytes(value)
            if domain not in _STANDARD:
                name = b":".join((domain, operator)).decode("ascii", "replace")[:80]
                return f"it needs the custom operator {name!r}"
    except (IndexError, ValueError):
        return "it is not a whole ONNX file"
    return ""


def _fields(content: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Field numbers and values of one protobuf message: integers, or the bytes of anything longer."""
    at = 0
    while at < len(content):
        tag, at = _varint(content, at)
        number, wire = tag >> 3, tag & 7
        if wire == 0:
            value, at = _varint(content, at)
            yield number, value
            continue
        if wire == 2:
            length, at = _varint(content, at)
        elif wire in (1, 5):
            length = 8 if wire == 1 else 4
        else:
            raise ValueError("unknown wire type")
        if at + length > len(content):
            raise ValueError("cut short")
        yield number, content[at : at + length]
        at += length


def _varint(content: memoryview, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number without an end")
