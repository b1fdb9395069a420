// Run by TypeScriptClientIT with the client that openapi-generator makes, beside which it is copied.
import { Configuration, ProblemFromJSON, ResponseError, SocketsApi } from './index';

declare const process: { env: Record<string, string> };

const api = new SocketsApi(
  new Configuration({ basePath: process.env.CONSOLE_URL, accessToken: process.env.CONSOLE_TOKEN }),
);

async function options(): Promise<void> {
  const { id } = await api.socket({ socketRequest: { label: 'options' } });
  const { items } = await api.listOptions({ id });
  console.log('listed', items.find(({ name }) => name === 'SO_REUSEADDR')?.value);
  const reuse = await api.setOption({ id, name: 'SO_REUSEADDR', setOptionRequest: { value: 1 } });
  console.log('set', reuse.value);
  const linger = { onoff: 1, linger: 5 };
  const kept = await api.setOption({ id, name: 'SO_LINGER', setOptionRequest: { value: linger } });
  console.log('set', JSON.stringify(kept.value) === JSON.stringify(linger));
  await api.close({ id });
  await closed(id);
}

async function closed(id: string): Promise<void> {
  try {
    await api.fileno({ id });
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const problem = ProblemFromJSON(await error.response.json());
    console.log('closed', problem.status, problem.symbol);
  }
}

async function echo(): Promise<void> {
  const server = await api.socket({});
  await api.bind({ id: server.id, addressRequest: { address: { host: '127.0.0.1', port: 0 } } });
  await api.listen({ id: server.id, listenRequest: { backlog: '1' } });
  const address = await api.getsockname({ id: server.id });

  const client = await api.socket({ socketRequest: { family: 'AF_INET' } });
  await api.connect({ id: client.id, addressRequest: { address } });
  await api.send({ id: client.id, sendRequest: { text: 'Hello, world' } });
  const { conn } = await api.accept({ id: server.id });
  const { data } = await api.recv({ id: conn.id, recvRequest: { bufsize: 1024 } });
  await api.send({ id: conn.id, sendRequest: { data } });
  const echoed = await api.recv({ id: client.id, text: true });
  console.log('echoed', echoed.text);
}

async function main(): Promise<void> {
  await options();
  await echo();
}

void main();
