"""What one would write in an afternoon: the endpoints that are measured, on Python's own HTTP server and sockets.

    python3 peer.py PORT

Kindly: connections are kept, answers are buffered and sent at once (wbufsize, no Nagle), nothing is logged or checked.
"""
import base64
import itertools
import json
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SOCKETS = {}
IDS = itertools.count(1)


def socketpair(request):
    return {"sockets": [register(end) for end in socket.socketpair()]}


def register(end):
    number = f"s-{next(IDS)}"
    SOCKETS[number] = end
    return {"id": number}


def send(end, request):
    return {"sent": end.send(base64.b64decode(request["data"]))}


def recv(end, request):
    data = end.recv(request["bufsize"])
    return {"data": base64.b64encode(data).decode(), "size": len(data)}


CALLS = {"send": send, "recv": recv}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536
    disable_nagle_algorithm = True

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        *_, number, call = self.path.split("/")
        self.answer(socketpair(request) if call == "socketpair" else CALLS[call](SOCKETS[number], request))

    def do_DELETE(self):
        end = SOCKETS.pop(self.path.split("/")[-1])
        end.shutdown(socket.SHUT_RDWR)
        end.close()
        self.answer({})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Clients go when the time is over."""


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
