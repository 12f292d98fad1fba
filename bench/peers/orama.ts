// Orama's full-text search over the fields of the entries.
import { create, insertMultiple, search } from '@orama/orama';
import stopwords from 'natural/lib/natural/util/stopwords.js';
import { type Peer, textsOf, WANTED } from './peer.ts';

const SCHEMA = {
  id: 'string',
  title: 'string',
  answer: 'string',
  symptoms: 'string',
  signatures: 'string',
  examples: 'string',
  causes: 'string',
  questions: 'string',
} as const;

const WITHOUT_ID = ['title', 'answer', 'symptoms', 'signatures', 'examples', 'causes', 'questions'] as const;

export const orama: Peer = {
  title: 'Orama',
  tuning: 'symptoms twice, no stop words; no tolerance, which puts fewer right',
  // Words are looked up by their beginnings, which grow with the entries.
  upTo: 10_000,
  build: async knowledge => {
    const db = create({
      schema: SCHEMA,
      components: { tokenizer: { language: 'english', stopWords: [...stopwords.words] } },
    });
    await insertMultiple(db, textsOf(knowledge));
    return async text => {
      const { hits } = await search(db, {
        term: text,
        properties: [...WITHOUT_ID],
        boost: { symptoms: 2 },
        limit: WANTED,
      });
      return hits.map(({ id, score }) => ({ id, score }));
    };
  },
};
