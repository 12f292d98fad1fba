import { describe, expect, it } from 'vitest';
import { knowledge } from '../listening.ts';

const { acts, none, products, spellings } = knowledge.followUps;
const groups = [...Object.entries(acts), ...Object.entries(none)];

describe('knowledge/follow-ups.yaml', () => {
  it.each(Object.entries(acts))('has enough ways of saying %s', (_, phrases) =>
    expect(phrases.length).toBeGreaterThanOrEqual(80),
  );

  it('has no phrase twice', () => {
    const all = groups.flatMap(([group, phrases]) => phrases.map(phrase => ({ group, phrase })));
    const twice = [...Map.groupBy(all, ({ phrase }) => phrase)].filter(([, of]) => of.length > 1);
    expect(twice.map(([phrase, of]) => `${phrase}: ${of.map(({ group }) => group).join(', ')}`)).toEqual([]);
  });

  it('names products of known providers only', () => {
    const ids = knowledge.providers.map(({ id }) => id);
    expect(Object.keys(products).filter(id => !ids.includes(id))).toEqual([]);
  });

  it('means one thing by each short form', () => {
    const forms = Object.values(spellings).flat();
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });
});
