// The app package as Teams takes it, and the manifest and the code saying the same.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPackage, fillManifest } from '../../../teams/package.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'teams');
const template = readFileSync(join(FOLDER, 'manifest.json'), 'utf8');
const env = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  TEAMS_DEVELOPER: 'Contoso',
  TEAMS_WEBSITE_URL: 'https://contoso.example/locksmith',
};

const filled = fillManifest(template, '1.2.3', env);
const text = filled.kind === 'manifest' ? filled.text : '';

/** What the schema of 1.29 says of the keys that we use: OfficeDev/microsoft-teams-app-schema, tag v1.29. */
const guid = z.guid();
const https = z.url({ protocol: /^https$/ }).max(2048);
const scopes = z.array(z.enum(['team', 'personal', 'groupChat', 'copilot'])).max(4);
const schema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.29'),
  version: z.string().regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/),
  id: guid,
  developer: z.strictObject({ name: z.string().max(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[\da-fA-F]{6}$/),
  bots: z.tuple([
    z.strictObject({
      botId: guid,
      scopes,
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      supportsTargetedMessages: z.boolean(),
      commandLists: z
        .array(
          z.strictObject({
            scopes,
            triggers: z
              .array(z.enum(['mention', 'slash']))
              .max(2)
              .optional(),
            commands: z
              .array(z.strictObject({ title: z.string().max(128), description: z.string().max(4000) }))
              .max(12),
          }),
        )
        .max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({
      botId: guid,
      commands: z
        .array(
          z.strictObject({
            id: z.string().max(64),
            type: z.enum(['query', 'action']),
            title: z.string().max(32),
            description: z.string().max(128),
            context: z.array(z.enum(['compose', 'commandBox', 'message'])).max(3),
            fetchTask: z.boolean().optional(),
            initialRun: z.boolean().optional(),
            parameters: z
              .array(
                z.strictObject({
                  name: z.string().max(64),
                  title: z.string().max(32),
                  description: z.string().max(128),
                  inputType: z.literal('text'),
                }),
              )
              .max(5)
              .optional(),
          }),
        )
        .max(10),
    }),
  ]),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  webApplicationInfo: z.strictObject({ id: guid, resource: z.string().min(1).max(2048) }),
  authorization: z.strictObject({
    permissions: z.strictObject({
      resourceSpecific: z.array(z.strictObject({ name: z.string(), type: z.literal('Application') })).max(16),
    }),
  }),
  defaultInstallScope: z.enum(['personal', 'team', 'groupChat', 'meetings', 'copilot']),
});

describe('teams/manifest.json', () => {
  it('is one that Teams takes, once it is filled', () => {
    expect(schema.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
    expect(text).not.toContain('${{');
  });

  const manifest = schema.parse(JSON.parse(text));
  const [bot] = manifest.bots;
  const [extension] = manifest.composeExtensions;
  const code = globSync('src/surfaces/teams/**/*.ts', { cwd: ROOT })
    .map(file => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');

  it('declares what the code answers', () => {
    expect(extension.commands.map(({ id, type }) => `${id} ${type}`)).toEqual(['diagnose action', 'search query']);
    expect(extension.commands[1]?.parameters?.map(({ name }) => name)).toEqual(['q']);
    for (const name of ['composeExtension/fetchTask', 'composeExtension/submitAction', 'composeExtension/query'])
      expect(code).toContain(`'${name}'`);
    expect(code).toContain("name === 'q'");
    expect(bot.supportsFiles).toBe(code.includes('file.download.info'));
    expect(bot.supportsTargetedMessages).toBe(code.includes('isTargeted'));
  });

  it('names commands that are understood as such', () => {
    const titles = bot.commandLists.flatMap(({ commands }) => commands.map(({ title }) => title));
    expect(new Set(titles)).toEqual(
      new Set(['creds', 'creds search', 'creds show', 'creds list', 'creds mine', 'creds stats', 'creds help']),
    );
  });

  it('offers slash commands only where they exist: not in personal chats', () => {
    const slash = bot.commandLists.filter(({ triggers }) => triggers?.includes('slash'));
    expect(slash.flatMap(list => list.scopes)).toEqual(['team', 'groupChat']);
  });

  it('asks to read channels and chats without being called, and for nothing else', () => {
    expect(manifest.authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
      'ChannelMessage.Read.Group',
      'ChatMessage.Read.Chat',
    ]);
    expect(manifest.webApplicationInfo.id).toBe(bot.botId);
  });
});

describe('filling it', () => {
  it('uses the bot’s id for the app and the website for the other pages, unless they are given', () => {
    expect(JSON.parse(text)).toMatchObject({
      id: env.MicrosoftAppId,
      developer: { privacyUrl: env.TEAMS_WEBSITE_URL },
    });
    const other = fillManifest(template, '1.2.3', { ...env, TEAMS_APP_ID: '22222222-2222-4222-8222-222222222222' });
    expect(other).toMatchObject({ kind: 'manifest', text: expect.stringContaining('22222222-2222-4222-8222') });
  });

  it('says everything that is missing or wrong at once', () => {
    const wrong = { MicrosoftAppId: 'locksmith', TEAMS_WEBSITE_URL: 'http://contoso.example', TEAMS_DEVELOPER: '' };
    expect(fillManifest(template, '1.2.3', wrong)).toEqual({
      kind: 'problems',
      problems: [
        'MicrosoftAppId: "locksmith" does not fit. Give the app id of the bot (a GUID)',
        'TEAMS_DEVELOPER: missing. Give your organisation’s name, at most 32 characters',
        'TEAMS_WEBSITE_URL: "http://contoso.example" does not fit. Give a page about the bot (https)',
      ],
    });
  });

  it('lets no value break out of its place', () => {
    const sly = { ...env, TEAMS_DEVELOPER: 'x","name":{"short":"y' };
    expect(fillManifest(template, '1.2.3', sly)).toMatchObject({ kind: 'problems' });
  });
});

/** Reads a zip by its directory, as those do who open it. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [packed, length] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26);
    files.set(bytes.toString('utf8', at + 46, at + 46 + length), inflateRawSync(bytes.subarray(start, start + packed)));
    at += 46 + length;
  }
  return files;
}

describe('the package', () => {
  const files = unzip(createPackage(text, FOLDER));

  it('holds the manifest and both icons at its root', () => {
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    expect(files.get('manifest.json')?.toString()).toBe(text);
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a PNG of %i by %i', (name, size) => {
    const png = files.get(name) ?? Buffer.alloc(0);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('has an outline in white on nothing', () => {
    const png = files.get('outline.png') ?? Buffer.alloc(0);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const pixels = Array.from({ length: 32 * 32 }, (_, i) => {
      const start = Math.floor(i / 32) * (32 * 4 + 1) + 1 + (i % 32) * 4;
      return [...rows.subarray(start, start + 4)];
    });
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(new Set(pixels.map(([, , , alpha]) => alpha))).toContain(0);
    expect(new Set(pixels.map(([, , , alpha]) => alpha))).toContain(255);
  });
});
