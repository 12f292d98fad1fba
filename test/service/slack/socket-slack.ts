// Slack's end of Socket Mode: a web socket that says hello, sends envelopes, and waits for each to be acknowledged.
import { once } from 'node:events';
import { type WebSocket, WebSocketServer } from 'ws';

export type SocketSlack = {
  readonly url: string;
  /** Sends an envelope; resolves with what came back in its acknowledgement. */
  readonly send: (type: string, payload: unknown) => Promise<unknown>;
  /** Sends an envelope whose acknowledgement nobody waits for. */
  readonly sendRaw: (text: string) => Promise<void>;
  readonly isAcknowledged: (id: string) => boolean;
  /** Asks the client to connect again, as Slack does every few hours; resolves when it has. */
  readonly refresh: () => Promise<void>;
  /** The network goes away in the middle of it. */
  readonly cut: () => Promise<void>;
  readonly connections: () => number;
  readonly stop: () => void;
};

export async function startSocketSlack(): Promise<SocketSlack> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const answers = new Map<string, unknown>();
  const waiting = new Map<string, (answer: unknown) => void>();
  let count = 0;
  let envelopes = 0;
  let current = Promise.withResolvers<WebSocket>();
  server.on('connection', socket => {
    count += 1;
    socket.on('message', data => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      answers.set(id, payload);
      waiting.get(id)?.(payload);
    });
    const info = { app_id: 'A1' };
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: info, debug_info: {} }));
    current.resolve(socket);
  });
  /** The connection after the one at hand. */
  const next = (): Promise<WebSocket> => {
    current = Promise.withResolvers();
    return current.promise;
  };
  const sendRaw = async (text: string): Promise<void> => (await current.promise).send(text);
  return {
    url: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/link`,
    send: async (type, payload) => {
      const id = `envelope-${++envelopes}`;
      const acknowledged = new Promise<unknown>(resolve => waiting.set(id, resolve));
      await sendRaw(
        JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' }),
      );
      return acknowledged;
    },
    sendRaw,
    isAcknowledged: id => answers.has(id),
    refresh: async () => {
      const old = await current.promise;
      const renewed = next();
      old.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
      await renewed;
    },
    cut: async () => {
      const old = await current.promise;
      const renewed = next();
      old.terminate();
      await renewed;
    },
    connections: () => count,
    stop: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
