// Who calls the bot without an error is told how to use it; with one, it is about the error.
import { describe, expect, it } from 'vitest';
import { respond } from '../../src/conversation/respond/respond.ts';
import { asksForUse } from '../../src/conversation/respond/welcome.ts';
import { context, pasted, textOf } from './brain.ts';

const ASKS: readonly string[] = [
  '',
  'help',
  'Hello!',
  'hi there :wave:',
  'hey 👋',
  'Hi, what can you do?',
  'how do you work?',
  'who are you',
  'Good morning. What is this?',
  'can you help me',
];

const TELLS: readonly string[] = [
  'hi, my token has expired',
  'help, aws says ExpiredToken',
  'what is this even about: 403',
  'hello world program fails with 401',
  'can you help me with terraform',
  'test failed',
  'E42',
];

describe('a word for a thread, where there is none', () => {
  it.each(['done 2', 'still stuck', 'show steps', 'advanced', 'that fixed it', 'it works now, thanks'])(
    '“%s” is sent to its thread',
    text => {
      const turn = respond(pasted(text, { addressed: true }), undefined, context);
      expect(turn).toMatchObject({ counted: ['no thread'] });
      expect(textOf(turn.replies[0])).toMatch(/belongs in the thread of a checklist.*\/creds mine/);
      expect(respond(pasted(text), undefined, context).replies).toEqual([]);
    },
  );
});

describe('thanks where there is no thread', () => {
  it.each(['thanks', 'Thank you so much!', 'ok, cool', 'thx 🙏'])('“%s” wants no answer', text => {
    expect(respond(pasted(text, { addressed: true }), undefined, context)).toEqual({ replies: [], counted: [] });
  });

  it.each(['please fix my access', 'thanks for nothing, ExpiredToken again'])('“%s” does', text => {
    expect(respond(pasted(text, { addressed: true }), undefined, context).thread).toBeDefined();
  });
});

describe('a call without an error', () => {
  it.each(ASKS.map(text => [text]))('“%s” asks how to use the bot', text => {
    expect(asksForUse(text)).toBe(true);
    const turn = respond(pasted(text, { addressed: true }), undefined, context);
    expect(turn).toMatchObject({ counted: ['help'] });
    expect(turn.thread).toBeUndefined();
    expect(textOf(turn.replies[0])).toContain('I recognise credential errors');
    expect(textOf(turn.replies[0])).toContain('/creds help');
  });

  it.each(TELLS.map(text => [text]))('“%s” does not', text => {
    expect(asksForUse(text)).toBe(false);
  });

  it('is left alone when nobody called the bot, or where it is off', () => {
    expect(respond(pasted('hello'), undefined, context).replies).toEqual([]);
    const off = { ...context, settings: { ...context.settings, listen: 'off' as const } };
    expect(respond(pasted('hello', { addressed: true }), undefined, off).replies).toEqual([]);
  });
});
