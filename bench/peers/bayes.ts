// natural's naive Bayes classifier; its leaf is imported, because the package's root loads database clients and prints.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { linesOf, type Peer, textsOf, WANTED } from './peer.ts';

/** Below natural's own 1, which puts 16 in a hundred fewer right. */
const SMOOTHING = 0.1;

export const bayes: Peer = {
  title: 'natural Bayes',
  tuning: `a document a line, smoothing ${SMOOTHING}, shares of the whole probability`,
  // Training compares every line with every word of all the others.
  upTo: 160,
  build: knowledge => {
    const classifier = new BayesClassifier(undefined, SMOOTHING);
    for (const entry of textsOf(knowledge)) for (const line of linesOf(entry)) classifier.addDocument(line, entry.id);
    classifier.train();
    return text => {
      const classes = classifier.getClassifications(text);
      const all = classes.reduce((sum, { value }) => sum + value, 0);
      return classes.slice(0, WANTED).map(({ label, value }) => ({ id: label, score: all > 0 ? value / all : 0 }));
    };
  },
};
