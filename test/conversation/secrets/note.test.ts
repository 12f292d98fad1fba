// What whoever pasted a secret is told, and what the maintainers are: every kind of rule leads to steps of its issuer or the general ones.
import { describe, expect, it } from 'vitest';
import type { CommandGiven } from '../../../src/conversation/chat-event.ts';
import { respond } from '../../../src/conversation/respond/respond.ts';
import { BRANCH_OF, branchesOf } from '../../../src/conversation/respond/secrets/branches.ts';
import { stepsFor } from '../../../src/conversation/respond/secrets/note.ts';
import { type Redaction, redact } from '../../../src/redaction/redact.ts';
import { RULES } from '../../../src/redaction/rules.ts';
import { render as renderSlack } from '../../../src/surfaces/slack/drawing/render.ts';
import { render as renderCard } from '../../../src/surfaces/teams/card/render.ts';
import { textOf as textOfExample } from '../../redaction/example.ts';
import { EXAMPLES } from '../../redaction/examples.ts';
import { ada, context, NINE, PLACE, pasted, priya, textOf, wrote } from '../brain.ts';

const ruleKinds = [...new Set(RULES.map(({ kind }) => kind))];
const entry = context.entries.get('general/secret-exposed');
const stepsOf = (...kinds: readonly string[]): readonly string[] =>
  entry
    ? stepsFor(
        kinds.map(kind => ({ kind })),
        entry,
      ).map(({ step }) => step.id)
    : [];

const exampleOf = (kind: string): string => {
  const example = EXAMPLES.find(one => one.kind === kind);
  if (!example) throw new Error(`no example of ${kind}`);
  return textOfExample(example);
};

const command = (text: string, more: { readonly returnPath?: string } = {}): CommandGiven<Redaction> => ({
  kind: 'command-given',
  key: 'command-1',
  at: NINE,
  place: { ...PLACE, thread: '' },
  by: ada,
  text: redact(text),
  ...more,
});

describe('a kind', () => {
  it.each(ruleKinds)('%s has a branch, and the entry a step for it', kind => {
    expect(BRANCH_OF.has(kind)).toBe(true);
    const [revoke, ...rest] = stepsOf(kind);
    expect(revoke).toBe(`revoke-${BRANCH_OF.get(kind)}`);
    expect(rest).toEqual(['rotate', expect.stringMatching(/^check-/)]);
  });

  it('of no rule stands in no branch', () => {
    expect([...BRANCH_OF.keys()].filter(kind => !ruleKinds.includes(kind))).toEqual([]);
  });

  it.each([
    ['aws-secret-access-key', ['revoke-aws', 'rotate', 'check-aws']],
    ['azure-client-secret', ['revoke-azure', 'rotate', 'check-azure']],
    ['google-api-key', ['revoke-google', 'rotate', 'check-google']],
    ['github-token', ['revoke-github', 'rotate', 'check-github']],
    ['gitlab-token', ['revoke-gitlab', 'rotate', 'check-use']],
    ['npm-token', ['revoke-registry', 'rotate', 'check-use']],
    ['slack-webhook', ['revoke-slack', 'rotate', 'check-use']],
    ['private-key', ['revoke-private-key', 'rotate', 'check-use']],
    ['url-password', ['revoke-database', 'rotate', 'check-use']],
    ['jwt', ['revoke-session', 'rotate', 'check-use']],
    ['secret', ['revoke-other', 'rotate', 'check-use']],
    ['a-kind-of-tomorrow', ['revoke-other', 'rotate', 'check-use']],
  ])('%s is revoked by its issuer’s steps', (kind, expected) => {
    expect(stepsOf(kind)).toEqual(expected);
  });

  it('among others is named once, the general way last, and no more than three ways', () => {
    expect(branchesOf(['token', 'jwt', 'aws-session-token', 'aws-secret-access-key'])).toEqual([
      'session',
      'aws',
      'other',
    ]);
    expect(stepsOf('token', 'github-token', 'aws-session-token')).toEqual([
      'revoke-github',
      'revoke-aws',
      'revoke-other',
      'rotate',
      'check-github',
      'check-aws',
    ]);
    expect(stepsOf('jwt', 'npm-token', 'stripe-key', 'slack-token').filter(id => id.startsWith('revoke'))).toHaveLength(
      3,
    );
  });
});

describe('the private note', () => {
  const noteOn = (event: Parameters<typeof respond>[0]) =>
    respond(event, undefined, context).replies.find(({ id }) => id.endsWith('#secret'));

  it('says what was seen, then how to delete, revoke, replace and check, with the provider’s commands', () => {
    const said = textOf(noteOn(pasted(exampleOf('aws-secret-access-key'))));
    expect(said).toMatch(/aws secret access key, ending in \S{4}\)/);
    expect(said).toMatch(
      /1 · Delete your message[\s\S]*2 · AWS: deactivate[\s\S]*3 · Issue a new secret[\s\S]*4 · AWS: look/,
    );
    expect(said).toContain('aws iam update-access-key');
    expect(said).toContain('aws cloudtrail lookup-events');
    expect(said).not.toMatch(/gcloud|az ad|az monitor|GitHub/);
  });

  it('goes into the thread that somebody writes in, and into the channel where there is none yet', () => {
    expect(noteOn(pasted(exampleOf('jwt')))).toMatchObject({ to: { person: 'ada' }, toChannel: true });
    expect(noteOn(wrote(exampleOf('jwt'), { by: priya }))).toMatchObject({ to: { person: 'priya' }, toChannel: false });
  });

  it('asks nobody to delete what nobody else saw', () => {
    const text = exampleOf('github-token');
    expect(textOf(noteOn(command(text, { returnPath: 'back' })))).not.toContain('Delete your message');
    expect(textOf(noteOn(command(text)))).toContain('Delete your message');
  });

  it('names no more than eight of what a whole file held', () => {
    const note = noteOn(pasted(ruleKinds.slice(5, 25).map(exampleOf).join('\n\n')));
    expect(note?.summary).toMatch(/\d+ more\)/);
    expect(note?.summary.split(', ').length).toBeLessThan(20);
  });

  it.each(ruleKinds)('about %s fits every surface, and shows nothing of it', kind => {
    const example = EXAMPLES.find(one => one.kind === kind);
    const note = noteOn(pasted(exampleOf(kind)));
    if (!note || !example) throw new Error('no note');
    for (const drawn of [renderSlack(note), renderCard(note)]) {
      expect(JSON.stringify(drawn)).not.toContain(JSON.stringify(example.secret).slice(1, -1));
      expect(JSON.stringify(drawn)).toContain('Issue a new secret');
    }
  });
});

describe('the maintainers', () => {
  const told = { ...context, settings: { ...context.settings, secretsReportedTo: ['priya', 'marek'] } };
  const text = exampleOf('github-token');
  const reportsOn = (event: Parameters<typeof respond>[0]) =>
    respond(event, undefined, told).replies.filter(({ id }) => id.includes('#report/'));

  it('are told each in private: the kind and the place, and nothing of the message or its author', () => {
    const [report, ...more] = reportsOn(pasted(`please help, ${text}`));
    expect(report?.to).toEqual({ person: 'priya', direct: true });
    expect(more.map(({ to }) => to?.person)).toEqual(['marek']);
    expect(textOf(report)).toContain('A live secret was pasted (github token) in this thread.');
    expect(JSON.stringify(report)).toContain(JSON.stringify({ kind: 'place', text: 'in this thread', place: PLACE }));
    expect(JSON.stringify(report)).not.toMatch(/please help|Ada|redacted|ending/);
  });

  it('are told of a command without a link, since it has no place', () => {
    expect(textOf(reportsOn(command(text))[0])).toContain('in a command');
  });

  it('are not told of their own', () => {
    expect(reportsOn(pasted(text, { by: priya })).map(({ to }) => to?.person)).toEqual(['marek']);
  });

  it('are told nothing unless that was asked for, and nothing where there was no secret', () => {
    expect(respond(pasted(text), undefined, context).replies.some(({ id }) => id.includes('#report/'))).toBe(false);
    expect(reportsOn(pasted('lunch?'))).toEqual([]);
  });
});
