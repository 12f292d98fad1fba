// Sends request after request on a few connections, and counts the answers: over plain sockets, so that asking costs little
// beside answering.
import { connect, type Socket } from 'node:net';

/** Requests under way at a time: so many a second come over many connections. */
const CONNECTIONS = 64;

export type Pressed = { readonly answered: number; readonly ms: number };

/** For `forMs`, and until the last answer is there; anything but a 200 is an error. */
export async function press(url: string, requests: Iterator<string, never>, forMs: number): Promise<Pressed> {
  const { port, hostname } = new URL(url);
  const start = performance.now();
  const end = start + forMs;
  const answered = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => ask(connect(Number(port), hostname), requests, end)),
  );
  return { answered: answered.reduce((sum, one) => sum + one, 0), ms: performance.now() - start };
}

/** One connection, one request at a time. */
function ask(socket: Socket, requests: Iterator<string, never>, end: number): Promise<number> {
  let answered = 0;
  let answer = '';
  const next = (): void => void socket.write(requests.next().value);
  return new Promise((resolve, reject) => {
    socket.setNoDelay().setEncoding('latin1').on('connect', next).on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (part: string) => {
      answer += part;
      if (!isWhole(answer)) return;
      if (!answer.startsWith('HTTP/1.1 200 ')) reject(new Error(`a message was answered with ${answer}`));
      answered += 1;
      answer = '';
      if (performance.now() < end) return next();
      resolve(answered);
      socket.destroy();
    });
  });
}

/** What acknowledges has no content, whichever way that is said. */
const isWhole = (answer: string): boolean =>
  answer.endsWith('\r\n0\r\n\r\n') || (answer.endsWith('\r\n\r\n') && !/^transfer-encoding:/im.test(answer));
