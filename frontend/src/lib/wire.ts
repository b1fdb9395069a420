import type { components } from '../../generated/openapi';

/** The shapes of the REST interface, from the server's own OpenAPI document. */
export type Schemas = components['schemas'];

/** What a schema calls optional is null on the wire. */
export type Wire<T> = { [K in keyof T]-?: undefined extends T[K] ? NonNullable<T[K]> | null : T[K] };

/** How a responder answers. */
type Reply = Schemas['Responder']['reply'];

export type Address = Schemas['Address'];
export type AddressInfo = Wire<Schemas['AddressInfo']>;
export type Socket = Omit<Wire<Schemas['Socket']>, 'responder'> & { responder: Reply | null };
export type SocketState = Socket['state'];

export interface SocketList {
  items: Socket[];
  total: number;
}
