// Secrets where people really leave them: each form with each of several values.
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';
import { ALNUM, BASE64URL, guid, HEX, made, PASSWORDS } from './made.ts';

type Form = (secret: string) => string;

const NAMED: readonly Form[] = [
  s => `export DB_PASSWORD="${s}"`,
  s => `DB_PASSWORD: ${s}`,
  s => `  db_password = '${s}'`,
  s => `{"user":"app","password":"${s}","host":"db"}`,
  s => `{\\"user\\":\\"app\\",\\"password\\":\\"${s}\\"}`,
  s => `spring.datasource.password=${s}`,
  s => `  db:\n    password: ${s}\n    user: app`,
  s => `  password: >-\n    ${s}`,
  s => `$env:DB_PASSWORD = "${s}"`,
  s => `set DB_PASSWORD=${s}\r\ncall build`,
  s => `docker run -e DB_PASSWORD=${s} -p 8080:80 img`,
  s => `"Env":["PATH=/usr/bin","DB_PASSWORD=${s}","A=b"]`,
  s => `- name: DB_PASSWORD\n  value: "${s}"`,
  s => `variable "db_password" {\n  default = "${s}"\n}`,
  s => `'DB_PASSWORD' => '${s}',`,
  s => `os.environ["DB_PASSWORD"] = "${s}"`,
  s => `password: str = "${s}"`,
  s => `#define DB_PASSWORD "${s}"`,
  s => `connect(host="db", user="app", password="${s}")`,
  s => `new NetworkCredential("svc", "${s}", "CORP")`,
  s => `Server=tcp:db.example.com,1433;User ID=app;Password=${s};Encrypt=True`,
  s => `jdbc:sqlserver://db:1433;user=sa;password=${s};encrypt=true`,
  s => `psql "host=db user=app password=${s} dbname=x"`,
  s => `[client]\nuser=root\npassword=${s}\n`,
  s => `web1 ansible_host=10.0.0.1 ansible_password=${s}`,
  s => `mount -t cifs //srv/x /mnt -o username=bob,password=${s},vers=3.0`,
  s => `protocol=https\nusername=bob\npassword=${s}`,
  s => `time="2026" level=debug user=bob password=${s}`,
  s => `{Username:bob Password:${s} Host:db}`,
  s => `\u001b[32mpassword\u001b[0m=\u001b[33m${s}\u001b[0m`,
  s => `Username: bob\nPassword: ${s}\nLogin failed`,
  s => `*password:* \`${s}\``,
  s => `password: &shared ${s}\n`,
  s => `Username\nbob\nPassword\n${s}\n`,
  s => `> password: ${s}\nis that right?`,
  s => `level=debug msg="login" user=bob pass="${s}"`,
  s => `-DB_PASSWORD=old\n+DB_PASSWORD=${s}`,
  s => `cqlsh -u app -p '${s}' host`,
  s => `keytool -list -keystore k.jks -storepass '${s}'`,
  s => `ALTER ROLE app WITH PASSWORD '${s}';`,
  s => `sqlplus app/${s}@//db:1521/X`,
];

const SPOKEN: readonly Form[] = [
  s => `my password is: ${s}`,
  s => `pw: ${s}`,
  s => `the password for svc_orders is ${s}`,
  s => `pw for prod db is \`${s}\``,
  s => `user bob pass ${s}`,
  s => `used password ${s} for it`,
  s => `the root password is '${s}'.`,
  s => `mein Passwort ist ${s}`,
  s => `passphrase is “${s}”`,
  s => `logged in as bob with ${s}`,
  s => `Password for 'https://bob@git.example.com': ${s}`,
  s => `temp password -> ${s}`,
  s => `i log in as bob with the password ${s} and get a 403`,
  s => `I tried bob/${s} as login but no`,
  s => `changed the password from foo to ${s}`,
];

const KEYED: readonly Form[] = [
  s => `AUTH0_CLIENT_SECRET=${s}`,
  s => `"client_secret": "${s}"`,
  s => `  clientSecret: ${s}`,
  s => `app.security.jwt.secret=${s}`,
  s => `API_KEY: ${s}`,
  s => `curl -H "X-Api-Key: ${s}" https://api.example.com`,
  s => `curl "https://api.example.com/v1?token=${s}"`,
  s => `redirect=https%3A%2F%2Fapp%3Faccess_token%3D${s}%26x%3D1`,
  s => `Connect-Thing -ClientSecret ${s}`,
  s => `tool --api-token=${s} list`,
  s => `tool --token ${s} list`,
  s => `grant_type=client_credentials&client_secret=${s}&scope=x`,
  s => `<appSettings><add key="ClientSecret" value="${s}"/></appSettings>`,
  s => `[DEBUG] accessToken=${s}, expiresIn=3600`,
  s => `users:\n- name: ci\n  user:\n    token: ${s}`,
  s => `credentials "tf.example.com" {\n  token = "${s}"\n}`,
  s => `the client secret is ${s}`,
  s => `api token: ${s}`,
];

const KEYS = [made(32, HEX), made(40, ALNUM), made(24, BASE64URL), guid()];

describe('a password', () => {
  const cases = [...NAMED, ...SPOKEN].flatMap((form, f) =>
    PASSWORDS.map((password, p) => [f, p, form, password] as const),
  );
  it.each(cases)('is hidden in form %i with value %i', (_f, _p, form, password) => {
    expect(redact(form(password)).text).not.toContain(password);
  });
});

describe('a key', () => {
  const cases = KEYED.flatMap((form, f) => KEYS.map((key, k) => [f, k, form, key] as const));
  it.each(cases)('is hidden in form %i with value %i', (_f, _k, form, key) => {
    expect(redact(form(key)).text).not.toContain(key);
  });
});

describe('an issued token', () => {
  const token = `glpat-${made(20, ALNUM)}`;
  const around: readonly Form[] = [
    s => s,
    s => `"${s}"`,
    s => `_${s}_`,
    s => `\`\`\`\n${s}\n\`\`\``,
    s => `<${s}>`,
    s => `log: {"msg":"sent\\n${s}\\nfailed"}`,
    s => `%20${s}%20`,
    s => `(${s}).`,
    s => `https://oauth2:${s}@gitlab.example.com/acme/x.git`,
    s => `${s}, ${s}`,
    s => `日本${s}語`,
  ];
  it.each(around.map((form, i) => [i, form] as const))('is hidden without a name, in form %i', (_, form) => {
    expect(redact(form(token)).text).not.toContain(token);
  });
});

describe('a weak secret', () => {
  const cases: readonly (readonly [Form, string])[] = [
    [s => `DB_PASSWORD=${s}`, 'SuperSecret'],
    [s => `JWT_SECRET=${s}`, 'supersecret'],
    [s => `password: ${s}`, 'elephant'],
    [s => `password: ${s}`, ['Test', '#Pass1'].join('')],
    [s => `password=${s}`, ['My-Secret', '-2024!'].join('')],
    [s => `password=${s}`, ['12-', 'Zebra!'].join('')],
    [s => `pass=${s}`, '1234'],
    [s => `my password is ${s}`, 'swordfish'],
    [s => `the password is ${s} but it is refused`, 'correct-horse-battery-staple'],
    [s => `password is "${s}"`, 'open sesame'],
  ];
  it.each(cases.map(([form, secret], i) => [i, form, secret] as const))(
    'is hidden all the same (%i)',
    (_, form, secret) => {
      expect(redact(form(secret)).text).not.toContain(secret);
    },
  );
});
