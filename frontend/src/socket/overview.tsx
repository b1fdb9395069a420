import type { ReadonlySignal } from '@preact/signals';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { canAnswer } from './answers';
import { Connections } from './connections';
import { Facts } from './facts';
import { LastCalls } from './last-calls';
import { Queues } from './queues';
import { ResponderCard } from './responder';
import { Throughput } from './throughput';
import type { Sample } from './throughput-samples';

interface OverviewProps {
  socket: Socket;
  throughput: ReadonlySignal<readonly Sample[]>;
}

export function Overview({ socket, throughput }: OverviewProps) {
  const isListener = socket.state === 'LISTENING';
  const isClosed = socket.state === 'CLOSED';
  return (
    <div class="overview-tab">
      <Facts socket={socket} />
      {!isClosed && (
        <div class="pair">
          {(socket.responder !== null || canAnswer(socket)) && <ResponderCard socket={socket} />}
          <Throughput
            name={word(isListener ? 'overview.throughput.connections' : 'overview.throughput')}
            samples={throughput}
          />
        </div>
      )}
      <div class="pair">
        {isListener ? <Connections socket={socket} /> : !isClosed && <Queues socket={socket} />}
        <LastCalls socket={socket} />
      </div>
    </div>
  );
}
