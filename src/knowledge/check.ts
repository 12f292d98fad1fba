// What must hold between entries, and what no single file's schema can see.
import type { Cause, Entry, Step } from './entry.ts';

/** Something wrong with an entry that parses: `path` says where in it. */
export type Finding = { readonly id: string; readonly path: string; readonly message: string };

/** Checks references, ids, placeholders and the safety rules over all entries at once; an empty list means that all is well. */
export function checkEntries(entries: readonly Entry[], placeholders: ReadonlySet<string>): Finding[] {
  const ids = new Set(entries.map(entry => entry.id));
  return entries.flatMap(entry => [
    ...references(entry, ids),
    ...repeatedIds(entry),
    ...outcomes(entry, ids),
    ...unsafe(entry),
    ...unknownPlaceholders(entry, placeholders),
  ]);
}

/** Every cause of an entry, the advanced ones last. */
export const allCauses = (entry: Entry): readonly Cause[] => [...entry.causes, ...(entry.advanced ?? [])];

function references(entry: Entry, ids: ReadonlySet<string>): Finding[] {
  const named: [string, string | undefined][] = [
    ...(entry.related ?? []).map((id, i): [string, string] => [`related[${i}]`, id]),
    ...(entry['look-alikes'] ?? []).map((other, i): [string, string] => [`look-alikes[${i}].entry`, other.entry]),
    ...entry.examples.reject.map((example, i): [string, string | undefined] => [
      `examples.reject[${i}].entry`,
      example.entry,
    ]),
  ];
  return named
    .filter(([, id]) => id !== undefined && (!ids.has(id) || id === entry.id))
    .map(([path, id]) => ({
      id: entry.id,
      path,
      message: `${id} is no other entry. Correct the id, or write that entry`,
    }));
}

function repeatedIds(entry: Entry): Finding[] {
  const causes = allCauses(entry);
  const all = [...causes.map(cause => cause.id), ...causes.flatMap(cause => cause.steps.map(step => step.id))];
  const repeated = all.filter((id, i) => all.indexOf(id) !== i);
  return repeated.map(id => ({
    id: entry.id,
    path: 'causes',
    message: `the id ${id} stands twice. Give each cause and step its own`,
  }));
}

function outcomes(entry: Entry, ids: ReadonlySet<string>): Finding[] {
  const causes = allCauses(entry);
  const own = new Set([...causes.map(cause => cause.id), ...causes.flatMap(cause => cause.steps.map(step => step.id))]);
  return causes
    .flatMap(cause => cause.steps.flatMap(step => (step.outcomes ?? []).map(outcome => ({ step, outcome }))))
    .filter(({ outcome }) => !own.has(outcome.then) && !ids.has(outcome.then))
    .map(({ step, outcome }) => ({
      id: entry.id,
      path: `step ${step.id} outcomes`,
      message: `${outcome.then} is no step or cause here and no entry. Correct it`,
    }));
}

/** Advice that weakens security, whatever it cures. Sources: OWASP TLS cheat sheet, AWS IAM best practices. */
const UNSAFE: readonly (readonly [RegExp, string])[] = [
  [
    /--no-verify-ssl|--insecure-skip-tls-verify(?!=false)|GIT_SSL_NO_VERIFY|sslVerify\s*=?\s*false|NODE_TLS_REJECT_UNAUTHORIZED|strict-ssl\s*=?\s*false|\bcurl\b[^\n|]* (-k|--insecure)\b|--trusted-host/i,
    'switches certificate checks off',
  ],
  [/chmod\s+(-R\s+)?[0-7]?777/, 'opens a file to everybody'],
  [/StrictHostKeyChecking[ =]no/i, 'accepts any host key'],
  [
    /\bAdministratorAccess\b|roles\/(owner|editor)\b|--role ["']?Owner\b|cluster-admin\b/,
    'grants far more than the action needs',
  ],
];

function unsafe(entry: Entry): Finding[] {
  const steps = allCauses(entry).flatMap(cause => cause.steps);
  return steps.flatMap(step =>
    UNSAFE.filter(([pattern]) => commands(step).some(command => pattern.test(command))).map(([, why]) => ({
      id: entry.id,
      path: `step ${step.id}`,
      message: `${why}. Give a safer command`,
    })),
  );
}

const commands = (step: Step): string[] => [step.run, step.powershell].filter(command => command !== undefined);

/** A fact of the paste; neither a shell's `${name}` nor a template's `{{name}}`. */
export const PLACEHOLDER = /(?<![${])\{([a-z][a-z0-9-]*)\}(?!\})/g;

function unknownPlaceholders(entry: Entry, placeholders: ReadonlySet<string>): Finding[] {
  const steps = allCauses(entry).flatMap(cause => cause.steps);
  return steps.flatMap(step => {
    const text = [step.do, step.run, step.powershell, step.console, step.expect, step.warn].join('\n');
    const unknown = [...text.matchAll(PLACEHOLDER)]
      .map(([, name]) => name ?? '')
      .filter(name => !placeholders.has(name));
    const message = (name: string): string =>
      `{${name}} is no placeholder. Use one of placeholders.yaml, or add it there`;
    return unknown.map(name => ({ id: entry.id, path: `step ${step.id}`, message: message(name) }));
  });
}
