// What each rule is shown: a secret where it must be found, and a near miss that must stay as it is.

export type Example = {
  readonly kind: string;
  readonly secret: string;
  /** The text around it; a plain sentence without one. */
  readonly text?: (secret: string) => string;
  readonly near: string;
};

export const textOf = ({ secret, text }: Example): string => (text ?? inSentence)(secret);

const inSentence = (secret: string): string => `I used ${secret} and got a 401, any idea?`;
