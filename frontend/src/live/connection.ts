import type { ClientFrame, ServerFrame } from './protocol';
import { retryDelay } from './retry-delay';

/** The server says something every second. */
const SILENCE = 5_000;
const WRONG_TOKEN = 1008;

export interface Listener {
  opened: () => void;
  received: (frame: ServerFrame) => void;
  lost: () => void;
  refused: () => void;
}

/** One WebSocket, opened again whenever it is lost, until it is stopped. */
export class Connection {
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  readonly #url: string;
  readonly #listener: Listener;

  constructor(url: string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
  }

  start(): void {
    this.stop();
    const socket = takeFirst() ?? new WebSocket(this.#url);
    socket.onopen = () => {
      this.#listener.opened();
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.#receive(data);
    };
    socket.onclose = ({ code }) => {
      this.#close(code);
    };
    this.#socket = socket;
    this.#listen();
    if (socket.readyState === WebSocket.OPEN) this.#listener.opened();
  }

  stop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** Says nothing where nobody listens: who opens tells everything anew. */
  send(frame: ClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #receive(data: string): void {
    this.#failures = 0;
    this.#listen();
    this.#listener.received(JSON.parse(data) as ServerFrame);
  }

  #close(code: number): void {
    this.stop();
    if (code === WRONG_TOKEN) this.#listener.refused();
    else this.#lose();
  }

  #listen(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#silent();
    }, SILENCE);
  }

  /** The timers of a hidden tab prove nothing. */
  #silent(): void {
    if (document.hidden) this.#listen();
    else this.#lose();
  }

  #lose(): void {
    this.stop();
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.start();
    }, retryDelay(this.#failures));
    this.#listener.lost();
  }
}

/** What `static/first.js` opened while this was on its way, once, unless the server has lost its patience by now. */
function takeFirst(): WebSocket | undefined {
  const early = window as { firstSocket?: WebSocket };
  const socket = early.firstSocket;
  delete early.firstSocket;
  return socket && socket.readyState <= WebSocket.OPEN ? socket : undefined;
}
