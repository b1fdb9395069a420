"""Runs the call sequences of oracle.txt, given on the standard input, through CPython's socket module.

Prints one JSON object: for each sequence the outcomes of its calls, a value or what was raised.
"""

import base64
import json
import socket
import sys


def constant(value):
    if not isinstance(value, str):
        return value
    bits = 0
    for name in value.split('|'):
        bits |= getattr(socket, name)
    return bits


def address(members):
    return members['path'] if 'path' in members else (members['host'], members['port'])


def flags(body):
    return constant(body.get('flags', 0))


def make(body):
    return socket.socket(
        constant(body.get('family', 'AF_INET')),
        constant(body.get('type', 'SOCK_STREAM')),
        constant(body.get('proto', 0)),
    )


CALLS = {
    'bind': lambda s, b: s.bind(address(b['address'])),
    'close': lambda s, b: s.close(),
    'connect': lambda s, b: s.connect(address(b['address'])),
    'connect_ex': lambda s, b: s.connect_ex(address(b['address'])),
    'fromfd': lambda s, b: None,
    'getblocking': lambda s, b: s.getblocking(),
    'getpeername': lambda s, b: s.getpeername(),
    'getsockopt': lambda s, b: s.getsockopt(constant(b['level']), constant(b['optname'])),
    'gettimeout': lambda s, b: s.gettimeout(),
    'listen': lambda s, b: s.listen(b.get('backlog', socket.SOMAXCONN)),
    'recv': lambda s, b: s.recv(b['bufsize'], flags(b)).decode(),
    'send': lambda s, b: s.send(bytes(b['zeros']) if 'zeros' in b else b['text'].encode(), flags(b)),
    'sendto': lambda s, b: s.sendto(
        bytes(b['zeros']) if 'zeros' in b else b['text'].encode(), flags(b), address(b['address'])
    ),
    'setblocking': lambda s, b: s.setblocking(b['flag']),
    'setsockopt': lambda s, b: s.setsockopt(
        constant(b['level']), constant(b['optname']), b['value']
    ),
    'settimeout': lambda s, b: s.settimeout(b['timeout']),
    'shutdown': lambda s, b: s.shutdown(constant(b['how'])),
}


def module_function(call, body):
    result = getattr(socket, call)(*[constant(v) if k == 'family' else v for k, v in body.items()])
    return base64.b64encode(result).decode() if isinstance(result, bytes) else result


def substituted(value, names):
    if isinstance(value, str) and value.startswith('$'):
        host, port = names[value[1:]].getsockname()[:2] if hasattr(
            names[value[1:]], 'getsockname') else names[value[1:]]
        return {'host': host, 'port': port}
    return value


def run(line, names):
    name, call, *rest = line.split(' ', 2)
    body, _, target = (rest[0] if rest else '{}').partition(' > ')
    body = {k: substituted(v, names) for k, v in json.loads(body or '{}').items()}
    if name == '-':
        return module_function(call, body)
    if call == 'socket':
        names[name] = make(body)
        return None
    if call == 'accept':
        names[target] = names[name].accept()[0]
        return None
    if call == 'getsockname':
        names[target] = names[name].getsockname()
        return None
    if call == 'reset':
        names[name].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
        names[name].close()
        return None
    return CALLS[call](names[name], body)


def outcome(line, names):
    try:
        return run(line, names)
    except socket.gaierror as e:
        return 'gaierror %d' % e.errno
    except socket.herror as e:
        return 'herror %d' % e.errno
    except OSError as e:
        if e.errno is not None:
            return 'errno %d' % e.errno
        return 'timeout' if isinstance(e, TimeoutError) else 'argument'
    except (OverflowError, ValueError, TypeError):
        return 'argument'


outcomes, names, title = {}, {}, None
for text in sys.stdin.read().splitlines():
    if text.startswith('# '):
        title, names = text[2:], {}
        outcomes[title] = []
    elif text:
        outcomes[title].append(outcome(text, names))
print(json.dumps(outcomes))
