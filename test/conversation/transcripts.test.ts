// Whole threads, as they read: golden files that a person should like to read. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUTTON_NAMES } from '../../src/conversation/chat-event.ts';
import { context, NINE } from './brain.ts';
import { SCENES, type Scene } from './scenes.ts';
import { play } from './stage.ts';

const FOLDER = join(import.meta.dirname, 'transcripts');

const played = new Map(SCENES.map(scene => [scene.name, playScene(scene)]));

function playScene({ cues, settings }: Scene) {
  return play(cues, { ...context, settings: { ...context.settings, ...settings } }, NINE);
}

describe('a whole thread', () => {
  it.each(SCENES)('$name: $title', ({ name, title }) => {
    const file = join(FOLDER, `${name}.txt`);
    const script = `${title}\n\n${played.get(name)?.script}`;
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, script);
    expect(script).toBe(readFileSync(file, 'utf8'));
  });

  it('shows every act', () => {
    const acts = new Set([...played.values()].flatMap(scene => scene.acts));
    const all =
      'faq step-done step-undone step-help show-steps solved not-solved new-error provider other-fix escalate question none';
    expect([...acts].toSorted()).toEqual(all.split(' ').toSorted());
  });

  it('shows every button', () => {
    const pressed = new Set([...played.values()].flatMap(scene => scene.pressed));
    expect(BUTTON_NAMES.filter(name => !pressed.has(name))).toEqual([]);
  });

  it('says no sentence twice in a row', () => {
    for (const { script } of played.values()) {
      const said = script.split(/\n\n/).filter(part => part.includes('Locksmith:'));
      const bodies = said.map(part => part.split('\n').slice(1).join('\n'));
      expect(bodies.filter((body, i) => body === bodies[i - 1] && !body.includes('no choice'))).toEqual([]);
    }
  });
});
