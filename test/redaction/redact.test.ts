// What everybody else relies on: masks, what is reported, what stays.
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';
import { HEX, jwt, made, PASSWORD, PASSWORDS } from './made.ts';

const github = `ghp_${made(36)}`;

describe('the mask', () => {
  it('keeps the name before the value', () => {
    expect(redact(`GITHUB_TOKEN=${github} gh pr list`).text).toBe('GITHUB_TOKEN=[redacted:github-token] gh pr list');
  });

  it('keeps what answers are found by', () => {
    expect(
      redact(`docker login -u bot -p ${PASSWORD} registry.example.com\nunauthorized: incorrect username or password`)
        .text,
    ).toBe(
      'docker login -u bot -p [redacted:password-flag] registry.example.com\nunauthorized: incorrect username or password',
    );
  });

  it('keeps the armour of a key, and so its type', () => {
    const dashes = '-'.repeat(5);
    const key = `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}\n${made(70)}\n${made(40)}\n${dashes}END OPENSSH PRIVATE KEY${dashes}`;
    expect(redact(key).text).toBe(
      `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}\n[redacted:private-key]\n${dashes}END OPENSSH PRIVATE KEY${dashes}`,
    );
  });

  it('is one where several rules see the same secret', () => {
    const { text, found } = redact(`Authorization: Bearer ${jwt()}`);
    expect(text).toBe('Authorization: Bearer [redacted:jwt]');
    expect(found).toHaveLength(1);
  });

  it('covers a secret inside a longer one', () => {
    expect(redact(`password="${github} and more 1!"`).text).toBe('password="[redacted:password]"');
  });

  it('stands for each secret of a text, and for each place of one secret', () => {
    const { text, found } = redact(
      `DB_PASSWORD=${PASSWORD}\nDD_API_KEY=${made(32, HEX)}\nlogged: "${PASSWORD}" refused`,
    );
    expect(text).toBe(
      'DB_PASSWORD=[redacted:password]\nDD_API_KEY=[redacted:key]\nlogged: "[redacted:password]" refused',
    );
    expect(found.map(secret => secret.kind)).toEqual(['password', 'key', 'password']);
  });

  it('is left alone when it stands in the text already', () => {
    const text = 'password=[redacted:password] and token [redacted:github-token]: expired';
    expect(redact(text)).toEqual({ text, found: [] });
  });

  it('hides none of the text around it when a mask was typed by hand', () => {
    expect(redact(`[redacted:x] ${github} [redacted:y]`).text).toBe(
      '[redacted:x] [redacted:github-token] [redacted:y]',
    );
  });
});

describe('the last four characters', () => {
  it('are shown of what a provider issued', () => {
    expect(redact(github).found).toEqual([{ kind: 'github-token', lastFour: github.slice(-4) }]);
  });

  it.each(PASSWORDS)('are never shown of a password', password => {
    expect(redact(`password: "${password}${password}"`).found).toEqual([{ kind: 'password' }]);
  });

  it('are not shown of an issued token that is part of something assigned', () => {
    expect(redact(`password=${github}!tail-${PASSWORD}`).found).toEqual([{ kind: 'password' }]);
  });
});

it('returns clean text as it is', () => {
  const text =
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
  expect(redact(text)).toEqual({ text, found: [] });
});

it('takes the empty text', () => {
  expect(redact('')).toEqual({ text: '', found: [] });
});
