// The body of a request: read whole unless it is too long, and understood as Slack writes it.
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

/** Slack's largest events hold 40,000 characters of text, several times over in blocks; files come by another way. */
const MOST_BYTES = 2_000_000;

export type Body = Readonly<Record<string, unknown>>;

/** Undefined when it is too long; what comes after that is left unread. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) return;
      request.pause();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject); // it broke off
  });
}

export const isForm = ({ headers }: IncomingMessage): boolean =>
  headers['content-type'] === 'application/x-www-form-urlencoded';

/** Slack looks now and then whether our certificate is good, unsigned: nothing else of such a request counts. */
export const isCertificateCheck = (raw: Buffer): boolean => parse(raw.toString())['ssl_check'] === '1';

/** Interactions are JSON inside a form, commands a form, events JSON. Undefined where it is no object. */
export function parseBody(raw: Buffer, form: boolean): Body | undefined {
  if (!form) return parseObject(raw.toString());
  const fields = parse(raw.toString());
  return typeof fields['payload'] === 'string' ? parseObject(fields['payload']) : fields;
}

function parseObject(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isBody(value) ? value : undefined;
  } catch {
    return undefined; // no JSON at all: the same as JSON of another shape
  }
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
