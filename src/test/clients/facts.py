# Run by PythonClientIT with the client that openapi-generator makes on its path.
import os
import sys

import pydantic

if pydantic.VERSION >= "2":  # the client is one for version 1, which version 2 has in it
    import pydantic.v1

    sys.modules["pydantic"] = pydantic.v1

from socket_console import (
    Address,
    AddressRequest,
    ApiClient,
    ApiException,
    Configuration,
    ListenRequest,
    Problem,
    RecvRequest,
    SendRequest,
    SetOptionRequest,
    SocketRequest,
    SocketsApi,
)

configuration = Configuration(
    host=os.environ["CONSOLE_URL"], access_token=os.environ["CONSOLE_TOKEN"]
)
api = SocketsApi(ApiClient(configuration))


def options():
    id = api.socket(socket_request=SocketRequest(label="options")).id
    listed = {option.name: option.value for option in api.list_options(id).items}
    print("listed", listed["SO_REUSEADDR"])
    print("set", set_option(id, "SO_REUSEADDR", 1))
    linger = {"onoff": 1, "linger": 5}
    print("set", "true" if set_option(id, "SO_LINGER", linger) == linger else "false")
    api.close(id)
    closed(id)


def set_option(id, name, value):
    return api.set_option(id, name, SetOptionRequest(value=value)).value


def closed(id):
    try:
        api.fileno(id)
    except ApiException as failure:
        problem = Problem.from_json(failure.body)
        print("closed", problem.status, problem.symbol)


def echo():
    server = api.socket().id
    api.bind(server, AddressRequest(address=Address(host="127.0.0.1", port=0)))
    api.listen(server, listen_request=ListenRequest(backlog="1"))
    address = api.getsockname(server)

    client = api.socket(socket_request=SocketRequest(family="AF_INET")).id
    api.connect(client, AddressRequest(address=address))
    api.send(client, SendRequest(text="Hello, world"))
    conn = api.accept(server).conn.id
    data = api.recv(conn, recv_request=RecvRequest(bufsize=1024)).data
    api.send(conn, SendRequest(data=data))
    print("echoed", api.recv(client, text=True).text)


options()
echo()
