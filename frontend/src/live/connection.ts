import type { ClientFrame, ServerFrame } from './protocol';
import { retryDelay } from './retry-delay';

/** The server says something every second. */
const SILENCE = 5_000;
const WRONG_TOKEN = 1008;

export interface Listener {
  /** Answers what the server is to be told first. */
  opened: () => readonly ClientFrame[];
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
    const { socket, said, heard } = takeFirst() ?? { socket: new WebSocket(this.#url), said: [], heard: [] };
    socket.onopen = () => {
      this.#introduce(said);
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      this.#receive(data);
    };
    socket.onclose = ({ code }) => {
      this.#close(code);
    };
    this.#socket = socket;
    this.#listen();
    if (socket.readyState !== WebSocket.OPEN) return;
    this.#introduce(said);
    for (const event of heard) socket.dispatchEvent(event);
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

  #introduce(said: readonly string[]): void {
    for (const frame of this.#listener.opened()) if (!said.includes(JSON.stringify(frame))) this.send(frame);
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

/** What `static/first.js` opened while this was on its way, with the frames that passed. */
interface First {
  socket: WebSocket;
  said: readonly string[];
  heard: readonly MessageEvent[];
}

/** Once, unless the server has closed it by now. */
function takeFirst(): First | undefined {
  const page = window as { first?: First };
  const { first } = page;
  delete page.first;
  return first && first.socket.readyState <= WebSocket.OPEN ? first : undefined;
}
