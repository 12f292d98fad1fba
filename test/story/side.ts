// One platform as a story plays on it: people write and press, and what the app shows is read. Each side speaks to its stand-in.

export type Name = 'You' | 'Priya' | 'Marek';

/** A message that somebody wrote, as its platform names it. */
export type Written = { readonly id: string };

export type Side = {
  readonly write: (by: Name, text: string, thread?: Written) => Promise<Written>;
  readonly edit: (by: Name, message: Written, text: string) => Promise<void>;
  readonly erase: (by: Name, message: Written) => Promise<void>;
  /** Steps by their numbers, from 1, in the newest checklist of a thread. */
  readonly tick: (by: Name, steps: readonly number[], thread: Written) => Promise<void>;
  /** The newest button of that name in a thread. */
  readonly press: (by: Name, button: string, thread: Written) => Promise<void>;
  readonly command: (by: Name, words: string) => Promise<void>;
  /** All that the app shows in a thread, as text. */
  readonly shown: (thread: Written) => Promise<string>;
  /** All that the app shows to one person alone, as text. */
  readonly told: (to: Name) => Promise<string>;
};

export type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a value, the outer ones first. */
export function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isJson(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

export async function post(url: string, body: Json): Promise<Json> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

export async function read(url: string): Promise<Json> {
  return JSON.parse(await (await fetch(url)).text());
}
