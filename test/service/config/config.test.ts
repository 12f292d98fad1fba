import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/service/config/config.ts';
import { contextOf } from '../../../src/service/pipeline/context.ts';
import { context, PLACE } from '../../conversation/brain.ts';

const folder = mkdtempSync(join(tmpdir(), 'locksmith-config-'));
const path = join(folder, 'locksmith.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const read = (hours: string) => {
  writeFileSync(path, `channels:\n  cloud-help:\n    escalate_to: S1\n    hours: ${hours}\n`);
  return readConfig({ LOCKSMITH_CONFIG: path });
};

describe('the hours of a channel', () => {
  it('reach the conversation, on working days unless others are named', () => {
    const outcome = read('{from: "09:00", to: "17:30", zone: Europe/Berlin}');
    if (outcome.kind !== 'config') throw new Error(outcome.problems.join('\n'));
    expect(contextOf(context, outcome.config, { place: PLACE }).settings.hours).toEqual({
      from: '09:00',
      to: '17:30',
      zone: 'Europe/Berlin',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    });
  });

  it.each([
    ['a time that is none', '{from: "9 am", to: "17:30"}', 'Write 09:00'],
    ['a zone that nobody knows', '{from: "09:00", to: "17:30", zone: Mars/Olympus}', 'Europe/Berlin'],
    ['no day at all', '{from: "09:00", to: "17:30", days: []}', 'days'],
  ])('name the line and the remedy at %s', (_, hours, remedy) => {
    const outcome = read(hours);
    expect(outcome).toMatchObject({ kind: 'problems', problems: [expect.stringContaining(remedy)] });
    expect(outcome.kind === 'problems' && outcome.problems[0]).toContain(`${path}:`);
  });
});

describe('emoji', () => {
  const readFile = (text: string) => {
    writeFileSync(path, text);
    return readConfig({ LOCKSMITH_CONFIG: path });
  };

  it('are names without colons, or off', () => {
    const outcome = readFile('emoji: off\nmarks: { seen: eyes, solved: off }\n');
    expect(outcome).toMatchObject({ config: { emoji: 'off', marks: { seen: 'eyes', solved: 'off' } } });
  });

  it.each(['emoji: ":key:"', 'emoji: 🔑', 'marks: { seen: "two words" }', 'marks: { done: tada }'])(
    'are refused with line and remedy: %s',
    text => {
      const outcome = readFile(`log: info\n${text}\n`);
      expect(outcome).toMatchObject({ kind: 'problems', problems: [expect.stringContaining(`${path}:`)] });
    },
  );
});

describe('the report of secrets', () => {
  const readFile = (text: string) => {
    writeFileSync(path, text);
    return readConfig({ LOCKSMITH_CONFIG: path });
  };

  it('reaches the conversation with those who are on its surface', () => {
    const outcome = readFile(
      'maintainers: [U0ADA, "29:1bob", 5d3f0a52-1c7e-4b1f-9a53-0f6f7d2f8e11]\nreport_secrets: true\n',
    );
    if (outcome.kind !== 'config') throw new Error(outcome.problems.join('\n'));
    const told = (surface: string) =>
      contextOf(context, outcome.config, { place: { ...PLACE, surface } }).settings.secretsReportedTo;
    expect(told('slack')).toEqual(['U0ADA']);
    expect(told('teams')).toEqual(['29:1bob', '5d3f0a52-1c7e-4b1f-9a53-0f6f7d2f8e11']);
  });

  it('goes to nobody unless it is asked for', () => {
    const outcome = readFile('maintainers: [U0ADA]\n');
    if (outcome.kind !== 'config') throw new Error(outcome.problems.join('\n'));
    expect(contextOf(context, outcome.config, { place: PLACE }).settings.secretsReportedTo).toBeUndefined();
  });

  it('needs somebody to go to', () => {
    expect(readFile('report_secrets: true\n')).toMatchObject({
      kind: 'problems',
      problems: [expect.stringContaining('Name maintainers')],
    });
  });
});
