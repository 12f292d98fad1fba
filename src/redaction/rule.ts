// What a rule is: one row of data that says how one kind of secret looks and where it stands.

/** Decides on a candidate: `before` is the part of the match that leads to it, `after` the next characters of the text. */
export type Check = (secret: string, before: string, after: string) => boolean;

export type Rule = {
  /** What the mask says, in kebab-case. */
  readonly kind: string;
  /** Lower case; the pattern runs only over a text that holds one of them. */
  readonly keywords: readonly string[];
  /** Every match begins with a keyword: the pattern is tried there, and nowhere else. */
  readonly isAnchored?: boolean;
  /** The first group that takes part is the secret; without a group, all of it is. */
  readonly pattern: RegExp;
  /** Where the pattern is looked for; everywhere without it. */
  readonly inside?: RegExp;
  readonly check?: Check;
  /** Made by a provider, not chosen by a person: its last four characters may be shown. */
  readonly issued: boolean;
};

type Row = Omit<Rule, 'issued'>;

/** A secret that a provider makes: tokens, keys. */
export const issued = (row: Row): Rule => ({ ...row, pattern: repeatable(row), issued: true });

/** A secret that is known by what stands around it; a person may have chosen it. */
export const placed = (row: Row): Rule => ({ ...row, pattern: repeatable(row), issued: false });

/** g to find all of them, y to try at one place, d to learn where the group stands. */
const repeatable = ({ pattern, isAnchored }: Row): RegExp =>
  new RegExp(pattern.source, `${pattern.flags}${isAnchored ? 'y' : 'g'}d`);
