"""Makes calls on CPython's own sockets, one at a time, and says how each ended.

The first line of the standard input is the setting: the values of the constants, the text that stands for `@`
and the directory that stands for `~` in addresses. Each further line is a call; `{}` ends the sequence and
closes what it made. Each call is answered by one line, `{"ok": value}` in the form of the HTTP API or
`{"raised": what}`.

Blocking calls are bounded: when `within` seconds are over a signal ends them, and they have raised `waits`.
"""

import array
import base64
import errno
import fcntl
import io
import itertools
import json
import os
import select
import signal
import socket
import sys
import threading
import time

SCM_RIGHTS = (socket.SOL_SOCKET, socket.SCM_RIGHTS)
FUTEX = {'x86_64': '202', 'aarch64': '98'}.get(os.uname().machine)


class Waits(Exception):
    """The call had found nothing when its time was over."""


def constant(value):
    if not isinstance(value, str):
        return value
    bits = 0
    if value == '@':
        return setting['proto']
    for name in value.split('|'):
        bits |= setting['constants'][name] if name in setting['constants'] else int(name)
    return bits


def encoded(data):
    return {'data': base64.b64encode(data).decode(), 'size': len(data)}


def payload(args):
    return base64.b64decode(args['data'])


def placed(text):
    return text.replace('@', setting['@']).replace('~', setting['~'])


# Addresses


def unix_members(address):
    path = os.fsencode(address) if isinstance(address, str) else address
    try:
        return {'path': path.decode()}
    except UnicodeDecodeError:
        return {'path_bytes': base64.b64encode(path).decode()}


MEMBERS = {
    socket.AF_INET: ('host', 'port'),
    socket.AF_INET6: ('host', 'port', 'flowinfo', 'scope_id'),
    socket.AF_NETLINK: ('pid', 'groups'),
    socket.AF_PACKET: ('ifname', 'protocol', 'pkttype', 'hatype', 'hwaddr'),
    socket.AF_VSOCK: ('cid', 'port'),
}
DEFAULTS = {'flowinfo': 0, 'scope_id': 0, 'protocol': 0, 'pkttype': 0, 'hatype': 0, 'hwaddr': ''}


def members(family, address):
    """The API's form of an address of CPython's."""
    if address is None:
        return None
    if family == socket.AF_UNIX:
        return {'family': 'AF_UNIX', **unix_members(address)}
    result = dict(zip(MEMBERS[family], address), family=int(family))
    if 'hwaddr' in result:
        result['hwaddr'] = base64.b64encode(result['hwaddr']).decode()
    return result


def sockaddr(sock, given):
    """CPython's form of an address of the API's, or the address of a socket that is named."""
    if 'of' in given:
        return names[given['of']].getsockname()
    if sock.family == socket.AF_UNIX:
        path = given.get('path')
        return base64.b64decode(given['path_bytes']) if path is None else placed(path)
    values = [given.get(name, DEFAULTS.get(name)) for name in MEMBERS[sock.family]]
    if sock.family == socket.AF_PACKET:
        values[1] = setting['protocol'] if values[1] == '@' else values[1]
        values[4] = base64.b64decode(values[4])
    return tuple(placed(v) if isinstance(v, str) else v for v in values)


# What a socket is


def domain(sock):
    """The family that its addresses have: fromfd may have been told another."""
    return sock.getsockopt(socket.SOL_SOCKET, socket.SO_DOMAIN)


def answered(call, *arguments):
    try:
        return call(*arguments)
    except OSError:
        return None


def is_bound(sock, address):
    family = domain(sock)
    if family in (socket.AF_INET, socket.AF_INET6):
        raw = sock.type == socket.SOCK_RAW
        return address[0] not in ('0.0.0.0', '::') or not raw and address[1] != 0
    if family == socket.AF_UNIX:
        return len(address) > 0
    if family == socket.AF_NETLINK:
        return address != (0, 0)
    if family == socket.AF_PACKET:
        return address[0] != ''
    return address != (socket.VMADDR_CID_ANY, socket.VMADDR_PORT_ANY)


def peer_of(sock):
    peer = answered(sock.getpeername)
    return None if domain(sock) == socket.AF_NETLINK and not is_bound(sock, peer) else peer


def state(sock, local, peer):
    if answered(sock.getsockopt, socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return 'LISTENING'
    if peer is not None:
        return 'CONNECTED'
    if sock.proto == socket.IPPROTO_TCP and domain(sock) in (socket.AF_INET, socket.AF_INET6):
        if answered(sock.getsockopt, socket.IPPROTO_TCP, socket.TCP_INFO, 1) == b'\2':
            return 'CONNECTING'
    return 'BOUND' if local is not None and is_bound(sock, local) else 'UNCONNECTED'


def view(sock):
    local, peer = answered(sock.getsockname), peer_of(sock)
    return {
        'family': int(sock.family),
        'type': int(sock.type),
        'proto': sock.getsockopt(socket.SOL_SOCKET, socket.SO_PROTOCOL),
        'timeout': sock.gettimeout(),
        'state': state(sock, local, peer),
        'local_address': members(domain(sock), local),
        'peer_address': members(domain(sock), peer),
    }


# Waiting


def bounded(step, call, *arguments):
    """The result of a function in C. One that has come is kept, also where the signal came with it."""
    global armed
    results = []
    if not step['within']:
        return call(*arguments)
    armed = True
    signal.setitimer(signal.ITIMER_REAL, step['within'])
    try:
        results.extend(itertools.starmap(call, (arguments,)))
    except Waits:
        if not results:
            raise
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
    return results[0]


def waiting(sock, step, call, *arguments):
    """`ask` is "first" where the kernel is to be asked before CPython polls, "only" where it is not to poll."""
    timeout = sock.gettimeout()
    if 'ask' not in step or not timeout:
        return bounded(step, call, *arguments)
    sock.settimeout(0)
    try:
        return bounded(step, call, *arguments)
    except BlockingIOError:
        if step['ask'] == 'only':
            raise
    finally:
        sock.settimeout(timeout)
    return bounded(step, call, *arguments)


def is_waiting(thread):
    """A thread that waits for another's turn in the interpreter is in a futex."""
    with open('/proc/self/task/%d/syscall' % thread) as task:
        word = task.readline().split()[0]
    return word not in ('running', FUTEX)


def meanwhile(step, thread, ended, outcome):
    while not ended.is_set() and not is_waiting(thread):
        time.sleep(0.0005)
    outcome.update(run({**step, 'within': 0, 'ask': 'only'}))


# The calls


def accept(sock, step, args):
    fd, address = waiting(sock, step, sock._accept)
    conn = socket.socket(sock.family, sock.type, sock.proto, fileno=fd)
    conn.setblocking(True)
    name(step, [conn])
    return {'conn': view(conn), 'address': members(domain(sock), address)}


def recv(sock, step, args):
    return encoded(waiting(sock, step, sock.recv, args['bufsize'], constant(args['flags'])))


def recvfrom(sock, step, args):
    data, address = waiting(sock, step, sock.recvfrom, args['bufsize'], constant(args['flags']))
    return {**encoded(data), 'address': members(domain(sock), address)}


def recvmsg(sock, step, args):
    data, ancdata, flags, address = waiting(
        sock, step, sock.recvmsg, args['bufsize'], args['ancbufsize'], constant(args['flags'])
    )
    passed = [socket.socket(fileno=fd) for m in ancdata if m[:2] == SCM_RIGHTS for fd in descriptors(m[2])]
    name(step, passed)
    return {
        **encoded(data),
        'ancdata': [
            {'level': m[0], 'type': m[1], 'data': base64.b64encode(m[2]).decode()} for m in ancdata
        ],
        'msg_flags': flags,
        'address': members(domain(sock), address),
        'sockets': [view(sock) for sock in passed],
    }


def descriptors(data):
    fds = array.array('i')
    fds.frombytes(data[: len(data) - len(data) % fds.itemsize])
    return fds


def control(message):
    data = message.get('data')
    fds = [names[name].fileno() for name in message.get('sockets', [])]
    value = array.array('i', fds).tobytes() if data is None else base64.b64decode(data)
    return constant(message['level']), constant(message['type']), value


def sendmsg(sock, step, args):
    sent = waiting(
        sock,
        step,
        sock.sendmsg,
        [base64.b64decode(buffer) for buffer in args['buffers']],
        [control(message) for message in args.get('ancdata', [])],
        constant(args['flags']),
        *([sockaddr(sock, args['address'])] if 'address' in args else []),
    )
    return {'sent': sent}


def sendto(sock, step, args):
    address = sockaddr(sock, args['address'])
    return {'sent': waiting(sock, step, sock.sendto, payload(args), constant(args['flags']), address)}


def send(sock, step, args):
    return {'sent': waiting(sock, step, sock.send, payload(args), constant(args['flags']))}


def getsockopt(sock, step, args):
    value = sock.getsockopt(constant(args['level']), constant(args['optname']), args.get('buflen', 0))
    return encoded(value) if isinstance(value, bytes) else {'value': value}


def ioctl(sock, step, args):
    value = fcntl.ioctl(sock, constant(args['request']), bytes(4))
    return {'value': int.from_bytes(value, sys.byteorder)}


def setsockopt(sock, step, args):
    level, optname = constant(args['level']), constant(args['optname'])
    if 'optlen' in args:
        return sock.setsockopt(level, optname, None, args['optlen'])
    value = args['value'] if 'value' in args else payload(args)
    return sock.setsockopt(level, optname, value)


def makefile(sock, step, args):
    """`ask` is "line" where lines are to be flushed, as for a file that `open` opens."""
    text = {} if 'b' in args['mode'] else {'encoding': 'utf-8', 'newline': args.get('newline')}
    lines = step.get('ask') == 'line'
    file = sock.makefile(args['mode'], -1 if lines else args['bufsize'], **text)
    if lines:
        file.reconfigure(line_buffering=True)
    owners.update((made, sock) for made in step['as'])
    name(step, [file])


def fromfd(step, args):
    fd = names[args['fd']['of']].fileno()
    sock = socket.fromfd(fd, constant(args['family']), constant(args['type']), constant(args['proto']))
    name(step, [sock])
    return view(sock)


def made(step, sock):
    name(step, [sock])
    return view(sock)


def make(step, args):
    return made(step, socket.socket(constant(args['family']), constant(args['type']), constant(args['proto'])))


def socketpair(step, args):
    pair = socket.socketpair(constant(args['family']), constant(args['type']), constant(args['proto']))
    name(step, pair)
    return {'sockets': [view(sock) for sock in pair]}


def selected(step, args):
    sets = [{names[n]: n for n in args[way]} for way in ('read', 'write', 'except')]
    ready = bounded(step, select.select, *[list(s) for s in sets], args.get('timeout'))
    return {way: [s[sock] for sock in r] for way, s, r in zip(('read', 'write', 'except'), sets, ready)}


FUNCTIONS = {'socket': make, 'socketpair': socketpair, 'fromfd': fromfd, 'select': selected}
METHODS = {
    'accept': accept,
    'bind': lambda s, step, a: s.bind(sockaddr(s, a['address'])),
    'close': lambda s, step, a: s.close(),
    'connect': lambda s, step, a: bounded(step, s.connect, sockaddr(s, a['address'])),
    'connect_ex': lambda s, step, a: {'errno': bounded(step, s.connect_ex, sockaddr(s, a['address']))},
    'dup': lambda s, step, a: made(step, s.dup()),
    'fileno': lambda s, step, a: {'fileno': s.fileno()},
    'getblocking': lambda s, step, a: {'blocking': s.getblocking()},
    'getpeername': lambda s, step, a: members(domain(s), s.getpeername()),
    'getsockname': lambda s, step, a: members(domain(s), s.getsockname()),
    'getsockopt': getsockopt,
    'gettimeout': lambda s, step, a: {'timeout': s.gettimeout()},
    'ioctl': ioctl,
    'listen': lambda s, step, a: s.listen(a.get('backlog', socket.SOMAXCONN)),
    'makefile': makefile,
    'recv': recv,
    'recvfrom': recvfrom,
    'recvmsg': recvmsg,
    'send': send,
    'sendall': lambda s, step, a: bounded(step, s.sendall, payload(a), constant(a['flags'])),
    'sendmsg': sendmsg,
    'sendto': sendto,
    'setblocking': lambda s, step, a: s.setblocking(a['flag']),
    'setsockopt': setsockopt,
    'settimeout': lambda s, step, a: s.settimeout(a['timeout']),
    'shutdown': lambda s, step, a: s.shutdown(constant(a['how'])),
    'view': lambda s, step, a: view(s),
}


def as_bytes(value):
    if value is None:
        raise BlockingIOError(errno.EAGAIN, 'nothing there')
    return encoded(value.encode() if isinstance(value, str) else value)


def write(file, step, args):
    data = payload(args)
    written = bounded(step, file.write, data.decode() if isinstance(file, io.TextIOBase) else data)
    if written is None:
        raise BlockingIOError(errno.EAGAIN, 'no room')
    return {'written': len(data) if isinstance(file, io.TextIOBase) else written}


def lines(file, step, args):
    return {'lines': [as_bytes(line) for line in bounded(step, file.readlines, args['hint'])]}


FILES = {
    'file.close': lambda f, step, a: bounded(step, f.close),
    'file.flush': lambda f, step, a: bounded(step, f.flush),
    'file.read': lambda f, step, a: as_bytes(bounded(step, f.read, a['size'])),
    'file.readline': lambda f, step, a: as_bytes(bounded(step, f.readline, a['size'])),
    'file.readlines': lines,
    'file.write': write,
}


def name(step, things):
    names.update(zip(step.get('as', []), things))


def perform(step):
    call, args = step['call'], step.get('args', {})
    if call in FUNCTIONS:
        return FUNCTIONS[call](step, args)
    thing = names[step['on']]
    sock = owners.get(step['on'], thing)
    # Duplicates share O_NONBLOCK in the kernel; the mode is the object's.
    if sock.fileno() >= 0:
        os.set_blocking(sock.fileno(), sock.gettimeout() is None)
    return (FILES if call in FILES else METHODS)[call](thing, step, args)


def raised(error):
    if isinstance(error, Waits):
        return 'waits'
    if isinstance(error, socket.gaierror):
        return 'gaierror %d' % error.errno
    if isinstance(error, OSError) and error.errno is not None:
        return 'errno %d' % error.errno
    if isinstance(error, TimeoutError) or 'timed out' in str(error):
        return 'timeout'
    return 'argument'


def run(step):
    try:
        return {'ok': perform(step)}
    except (Waits, OSError, OverflowError, TypeError, ValueError) as error:
        return {'raised': raised(error)}


def run_both(step):
    other, ended = {}, threading.Event()
    thread = threading.Thread(
        target=meanwhile, args=(step['meanwhile'], threading.get_native_id(), ended, other), daemon=True
    )
    thread.start()
    outcome = run(step)
    ended.set()
    thread.join(5)
    return {**outcome, 'meanwhile': other}


def end():
    for thing in names.values():
        try:
            bounded({'within': 0.05}, thing.close)
        except (Waits, OSError, ValueError):
            pass
    names.clear()
    owners.clear()


def expire(number, frame):
    if armed:
        raise Waits


setting = json.loads(sys.stdin.readline())
armed = False
names = {}
owners = {}  # the sockets of the files
signal.signal(signal.SIGALRM, expire)
for line in sys.stdin:
    call = json.loads(line)
    if call:
        print(json.dumps(run_both(call) if 'meanwhile' in call else run(call)), flush=True)
    else:
        end()
