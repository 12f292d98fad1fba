// natural's leaves that only the bench uses; they carry no types of their own.
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  type Classifier = {
    readonly addDocument: (text: string, label: string) => void;
    readonly train: () => void;
    /** The probability of every label, the highest first; all 0 where they are too small for a number. */
    readonly getClassifications: (text: string) => { readonly label: string; readonly value: number }[];
  };
  const BayesClassifier: new (stemmer: undefined, smoothing: number) => Classifier;
  // biome-ignore lint/style/noDefaultExport: this is what a CommonJS module looks like from here.
  export default BayesClassifier;
}

declare module 'natural/lib/natural/util/stopwords.js' {
  const stopwords: { readonly words: readonly string[] };
  // biome-ignore lint/style/noDefaultExport: this is what a CommonJS module looks like from here.
  export default stopwords;
}
