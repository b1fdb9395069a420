"""Runs one script of calls on socket.makefile, and prints what each call gave."""

import json
import socket
import sys
import threading
import time

PAUSE = 0.01


def send(peer):
    for chunk in script["chunks"]:
        peer.sendall(chunk.encode("latin-1"))
        time.sleep(PAUSE)
    if script["ends"]:
        peer.shutdown(socket.SHUT_WR)


def shown(value):
    if value is None:
        return "EAGAIN"
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return [shown(line) for line in value] if isinstance(value, list) else value


def wire(peer):
    time.sleep(PAUSE)
    try:
        return peer.recv(1 << 20, socket.MSG_DONTWAIT).decode("latin-1")
    except BlockingIOError:
        return ""


def perform(file, peer, name, argument):
    if name == "sleep":
        return time.sleep(float(argument)) or ""
    if name in ("write", "flush", "close"):
        data = argument if "b" not in script["mode"] else argument.encode("latin-1")
        getattr(file, name)(*([data] if name == "write" else []))
        return wire(peer)
    return shown(getattr(file, name)(*([int(argument)] if argument else [])))


def outcome(file, peer, step):
    name, _, argument = step.partition(" ")
    try:
        return perform(file, peer, name, argument)
    except BlockingIOError:
        return "EAGAIN"
    except (TimeoutError, OSError):
        return "timeout"


script = json.load(sys.stdin)
listener = socket.create_server(("127.0.0.1", 0))
ours = socket.create_connection(listener.getsockname())
peer, _ = listener.accept()
ours.settimeout(script["timeout"])
file = ours.makefile(
    script["mode"],
    script.get("bufsize", -1),
    encoding=script.get("encoding", None if "b" in script["mode"] else "utf-8"),
    newline=script.get("newline"),
)
threading.Thread(target=send, args=(peer,), daemon=True).start()
print(json.dumps([outcome(file, peer, step) for step in script["steps"]]))
