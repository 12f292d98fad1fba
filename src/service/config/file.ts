// What may stand in locksmith.yaml, every key optional; all that is wrong in it is reported at once, by line.
import { existsSync, readFileSync } from 'node:fs';
import { isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { DAYS } from '../../conversation/moves/hours.ts';
import { LISTEN } from '../../conversation/turn.ts';
import { THRESHOLDS } from '../../matching/decide.ts';
import type { Environment } from './secrets.ts';

const share = z.number().min(0).max(1);
const thresholds = z.strictObject({ answer: share, ask: share });

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is no time of day. Write 09:00');
const zone = z.string().refine(isZone, 'is no time zone. Write an IANA name, such as Europe/Berlin');

/** When `escalate_to` may be called without asking first. */
const hours = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  zone: zone.default('UTC'),
  days: z.array(z.enum(DAYS)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
});

/** `listen`: see Listen. */
const channel = z.strictObject({
  listen: z.enum(LISTEN).default('errors'),
  escalate_to: z.string().optional(),
  helpers: z.array(z.string()).default([]),
  /** Bots whose messages are read as a person's, by the platform's id: reporters of build failures, say. */
  bots: z.array(z.string()).optional(),
  hours: hours.optional(),
  /** In a channel shared with another company: whether its members are answered as well. */
  answer_external_members: z
    .boolean('must be true or false. true answers members of other companies in a shared channel too')
    .optional(),
});

/** As Slack names it; `off`: none. */
const emoji = z.string().regex(/^[\w+'-]+$/, 'is no emoji’s name. Write it without colons, such as key, or write off');

const file = z.strictObject({
  /** On a message it calls the bot to it. */
  emoji: emoji.exactOptional(),
  /** Set on the message that opened a thread. */
  marks: z.strictObject({ seen: emoji.exactOptional(), solved: emoji.exactOptional() }).optional(),
  channels: z.record(z.string(), channel).default({}),
  /** Who may install the bot, where many may; absent: whoever finds the page. */
  slack_workspaces: z
    .array(z.string().regex(/^[TE][A-Z0-9]+$/, 'is no id of a workspace (T…) or an organisation (E…)'))
    .optional(),
  thresholds: z.strictObject({ unaddressed: thresholds, addressed: thresholds }).default(THRESHOLDS),
  knowledge: z.array(z.string()).default([]),
  /** People's ids on their platform: they may say how a channel is watched, and see the configuration in force and its problems. */
  maintainers: z.array(z.string().min(1)).optional(),
  /** Maintainers are told when somebody pastes a secret: its kind and the place. */
  report_secrets: z.boolean().optional(),
  /** Threads are forgotten so long after their last change; 180 where nothing is said. */
  retention_days: z.number().int().min(1).optional(),
  log: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  host: z.string().optional(),
  /** Where people and platforms reach this server from outside. */
  public_url: z
    .url({ protocol: /^https?$/, error: 'is no address. Write https://locksmith.example.com' })
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  port: z.number().int().min(0).max(65_535).optional(),
});

export type ChannelConfig = z.infer<typeof channel>;
export type ConfigFile = z.infer<typeof file>;

type ParsedFile = { readonly file?: ConfigFile; readonly problems: readonly string[] };

/** Every key is optional, and so is the file: unless somebody named one that is not there. */
export function readConfigFile(path: string, env: Environment): ParsedFile {
  if (existsSync(path)) return parseConfig(path, readFileSync(path, 'utf8'));
  if (env['LOCKSMITH_CONFIG'] === undefined) return { file: file.parse({}), problems: [] };
  return { problems: [`${path}: not found. Correct LOCKSMITH_CONFIG, or unset it to go without a configuration file`] };
}

function parseConfig(path: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(
        error => `${path}:${lines.linePos(error.pos[0]).line} is not YAML: ${error.message}`,
      ),
    };
  const result = file.safeParse(document.toJS() ?? {});
  if (result.success) return { file: result.data, problems: checkReports(path, result.data) };
  return {
    problems: result.error.issues.map(issue => {
      const node: unknown = document.getIn(issue.path, true);
      const line = isScalar(node) && node.range ? lines.linePos(node.range[0]).line : 1;
      return `${path}:${line} ${issue.path.join('.')}: ${issue.message}. The README lists every key`;
    }),
  };
}

const checkReports = (path: string, { report_secrets: isOn, maintainers = [] }: ConfigFile): string[] =>
  isOn && maintainers.length === 0 ? [`${path} report_secrets: there is nobody to tell. Name maintainers`] : [];

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // Intl throws a RangeError at names that it does not know
  }
}
