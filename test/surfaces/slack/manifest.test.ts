// The manifest and the code say the same: a scope, an event or a command that one of them lacks is a bug at a customer's.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { TEXTS } from '../../../src/conversation/texts.ts';
import { SCOPES } from '../../../src/surfaces/slack/connection/scopes.ts';
import { PROMPTS } from '../../../src/surfaces/slack/listeners/assistant.ts';
import { commandsOf, shortcutsOf } from '../../../src/surfaces/workbench/slack/town.ts';

const ROOT = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const code = globSync('src/surfaces/slack/**/*.ts', { cwd: ROOT })
  .map(file => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Which scope each Web API method or event needs: docs.slack.dev/reference/scopes. */
const NEEDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/chat\.(?:postMessage|postEphemeral|update)\(/, ['chat:write']],
  [/conversations\.(?:replies|history)\(/, ['channels:history', 'groups:history', 'im:history', 'mpim:history']],
  [/reactions\.(?:add|remove)\b/, ['reactions:write']],
  [/assistant\.threads\./, ['assistant:write']],
  [/conversations\.open\(/, ['im:write']],
  [/users\.info\(/, ['users:read']],
  [/url_private_download|files\.info\(/, ['files:read']],
  [/app\.command\(/, ['commands']],
  [/app\.event\('app_mention'/, ['app_mentions:read']],
  [/app\.event\('reaction_added'/, ['reactions:read']],
  [/app\.event\('message'/, ['channels:history', 'groups:history', 'im:history', 'mpim:history']],
];

type Shortcut = {
  readonly name: string;
  readonly type: string;
  readonly callback_id: string;
  readonly description: string;
};

const WORKBENCH = { eventsUrl: '', signingSecret: '', botToken: '', botUser: '', botId: '', team: '' };

describe('manifest.json', () => {
  it('asks for the scopes that the code needs, and for no others', () => {
    const needed = new Set(NEEDS.flatMap(([use, scopes]) => (use.test(code) ? scopes : [])));
    expect(manifest.oauth_config.scopes.bot).toEqual([...needed].toSorted());
  });

  it('asks for no scope without a reason, which the README gives as well', () => {
    expect(Object.keys(SCOPES)).toEqual(manifest.oauth_config.scopes.bot);
    for (const [scope, use] of Object.entries(SCOPES)) expect(readme).toContain(`| \`${scope}\` | ${use} |`);
  });

  it('subscribes to the events that the code listens to', () => {
    const listened = [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, name]) => name ?? '');
    const events: string[] = manifest.settings.event_subscriptions.bot_events;
    expect(new Set(events.map(event => event.split('.')[0]))).toEqual(new Set(listened));
    expect(events.filter(event => event.startsWith('message.')).toSorted()).toEqual([
      'message.channels',
      'message.groups',
      'message.im',
      'message.mpim',
    ]);
  });

  it('declares the commands that the code answers, and has interactivity for its buttons', () => {
    const commands = [...code.matchAll(/app\.command\('([^']+)'/g)].map(([, name]) => name);
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(commands);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('suggests what the messages tab suggests', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(PROMPTS);
    expect(PROMPTS.length).toBeLessThanOrEqual(4);
    expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  });

  it('declares the shortcuts that the code answers, and the home tab that it draws', () => {
    const answered = [...code.matchAll(/app\.shortcut\('([^']+)'/g)].map(([, callback]) => callback);
    const shortcuts: readonly Shortcut[] = manifest.features.shortcuts;
    expect(shortcuts.map(({ callback_id }) => callback_id)).toEqual(answered);
    expect(manifest.features.app_home.home_tab_enabled).toBe(/views\.publish\(/.test(code));
  });

  it('hints at every word of the command', () => {
    const [command] = manifest.features.slash_commands;
    const words = TEXTS.help('/creds', false).flatMap(text => [...text.matchAll(/`\/creds ([a-z]+)/g)]);
    for (const [, word] of words) expect(command.usage_hint).toContain(word);
    expect(command.usage_hint.length).toBeLessThanOrEqual(1_000);
  });

  it('is what the workbench registers', () => {
    const registered = shortcutsOf(WORKBENCH).map(({ name, kind, callback }) => ({ name, type: kind, callback }));
    const shortcuts: readonly Shortcut[] = manifest.features.shortcuts;
    expect(registered).toEqual(shortcuts.map(({ name, type, callback_id }) => ({ name, type, callback: callback_id })));
    const commands = commandsOf(WORKBENCH).map(({ command, usage, description }) => [command, usage, description]);
    expect(commands).toEqual(
      manifest.features.slash_commands.map((one: Readonly<Record<string, string>>) => [
        one['command'],
        one['usage_hint'],
        one['description'],
      ]),
    );
  });

  it('keeps within what Slack accepts in a manifest', () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });
});
