// The door for Slack's requests, over real HTTP: what is answered there, before any listener hears of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSigned, FORMS, postSigned, type Signing } from '../../../service/fake-slack.ts';
import { type AnApp, messageIn, startApp } from '../installing/an-app.ts';
import { install } from '../installing/many-slack.ts';

let app: AnApp;
beforeAll(async () => {
  app = await startApp();
  await install(app.url, app.slack, { id: 'T1' });
});
afterAll(() => app.stop());

const unsigned: Signing = { secret: 'somebody-else' };
const form: Signing = { type: FORMS.form };

describe('Slack’s look at the address', () => {
  const body = JSON.stringify({ type: 'url_verification', token: 'deprecated', challenge: 'a-challenge' });

  it('is answered with its challenge', async () => {
    expect(await askSigned(app.url, body)).toEqual({ status: 200, text: JSON.stringify({ challenge: 'a-challenge' }) });
  });

  it('is answered to nobody else', async () => {
    expect(await askSigned(app.url, body, unsigned)).toEqual({ status: 401, text: '' });
  });
});

describe('Slack’s look at the certificate', () => {
  it('is answered though it is not signed', async () => {
    expect(await askSigned(app.url, 'ssl_check=1&token=deprecated', { ...form, ...unsigned })).toEqual({
      status: 200,
      text: '',
    });
  });

  it.each(['ssl_check=0', 'ssl_check=1&ssl_check=1', 'ssl_check=true', 'ssl_check='])(
    'is no way in: %s',
    async body => {
      expect(await postSigned(app.url, body, { ...form, ...unsigned })).toBe(401);
      expect(await postSigned(app.url, body, unsigned)).toBe(401);
    },
  );

  it('brings nothing else in', async () => {
    const payload = encodeURIComponent(JSON.stringify(messageIn('T1', '1.1')));
    const heard = app.events.length;
    expect(await postSigned(app.url, `ssl_check=1&payload=${payload}`, { ...form, ...unsigned })).toBe(200);
    expect(app.events).toHaveLength(heard);
  });
});

it('tells the operator why a request was refused, and nothing of what it held', async () => {
  await postSigned(app.url, JSON.stringify(messageIn('T1', '3.1')), unsigned);
  expect(app.log.at(-1)).toContain('not signed with SLACK_SIGNING_SECRET');
  await postSigned(app.url, JSON.stringify(messageIn('T1', '3.2')), { secondsAgo: 400 });
  expect(app.log.at(-1)).toContain('clock');
  expect(app.log.join()).not.toContain('3.1');
});
