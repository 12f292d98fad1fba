// The examples inside every entry, the references between entries, and the form of each file: the same functions as `knowledge check`.
import { describe, expect, it } from 'vitest';
import { checkEntries } from '../src/knowledge/check.ts';
import { showProblem } from '../src/knowledge/parse.ts';
import { checkExamples } from '../src/service/knowledge/examples.ts';
import { KNOWLEDGE_FOLDER } from '../src/service/knowledge/folder.ts';
import { readEntries, readWords } from '../src/service/knowledge/read.ts';

const read = readEntries(KNOWLEDGE_FOLDER);
const knowledge = { ...readWords(KNOWLEDGE_FOLDER), ...read };

describe('the knowledge base', () => {
  it('parses', () => {
    expect(read.problems.map(problem => showProblem(problem))).toEqual([]);
    expect(read.entries.length).toBeGreaterThanOrEqual(160);
  });

  it('holds together: references, ids, safe commands', () => {
    expect(checkEntries(read.entries, knowledge.placeholders)).toEqual([]);
  });

  it('recognises its own examples, and leaves its near misses to others', () => {
    expect(checkExamples(knowledge)).toEqual([]);
  });

  it('knows the provider of every entry', () => {
    const known = new Set(['general', ...knowledge.providers.map(provider => provider.id)]);
    expect(read.entries.filter(entry => !known.has(entry.provider)).map(entry => entry.id)).toEqual([]);
  });
});
