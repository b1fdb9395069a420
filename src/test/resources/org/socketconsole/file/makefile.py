"""Runs scripts of calls on socket.makefile beside each other, and prints what each call gave."""

import fcntl
import json
import socket
import struct
import sys
import termios
import time
from concurrent.futures import ThreadPoolExecutor


def send(script, ours, peer):
    """The next chunk comes when the file has taken the one before."""
    for chunk in script["chunks"]:
        until(lambda: asked(ours, termios.FIONREAD) == 0)
        peer.sendall(chunk.encode("latin-1"))
    if script["ends"]:
        peer.shutdown(socket.SHUT_WR)


def shown(value):
    if value is None:
        return "EAGAIN"
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return [shown(line) for line in value] if isinstance(value, list) else value


def until(fact):
    while not (found := fact()):
        time.sleep(0.001)
    return found


def peeked(ours, size):
    try:
        data = ours.recv(size, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except (BlockingIOError, TimeoutError):
        return None
    return data if len(data) == size else None


def asked(ours, request):
    return struct.unpack("i", fcntl.ioctl(ours, request, bytes(4)))[0]


def wire(ours, peer):
    """What the peer has, once it has all that was sent."""
    until(lambda: asked(ours, termios.TIOCOUTQ) == 0)
    try:
        return peer.recv(1 << 20, socket.MSG_DONTWAIT).decode("latin-1")
    except BlockingIOError:
        return ""


def outcome(script, ours, file, peer, step):
    name, _, argument = step.partition(" ")
    try:
        if name == "arrived":
            return shown(until(lambda: peeked(ours, int(argument))))
        if name in ("write", "flush", "close"):
            data = argument.encode("latin-1") if "b" in script["mode"] else argument
            getattr(file, name)(*([data] if name == "write" else []))
            return wire(ours, peer)
        return shown(getattr(file, name)(*([int(argument)] if argument else [])))
    except BlockingIOError:
        return "EAGAIN"
    except (TimeoutError, OSError):
        return "timeout"


def run(script):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        peer, _ = listener.accept()
    ours.settimeout(script["timeout"])
    file = ours.makefile(
        script["mode"],
        script.get("bufsize", -1),
        encoding=script.get("encoding", None if "b" in script["mode"] else "utf-8"),
        newline=script.get("newline"),
    )
    sending = pool.submit(send, script, ours, peer)
    results = [outcome(script, ours, file, peer, step) for step in script["steps"]]
    sending.result()
    return results


scripts = json.load(sys.stdin)
with ThreadPoolExecutor(2 * len(scripts)) as pool:
    print(json.dumps(list(pool.map(run, scripts))))
