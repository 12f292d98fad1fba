// natural's leaves carry no types of their own; only what we call is declared.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { readonly stem: (word: string) => string };
  // biome-ignore lint/style/noDefaultExport: this is what a CommonJS module looks like from here.
  export default stemmer;
}
