// Names with values, in the languages and formats that people paste.
import type { Example } from '../example.ts';
import { BASE64, base64, guid, HEX, made, PASSWORD } from '../made.ts';

const ROW = (secret: string): string => `"Env": ["PATH=/usr/bin", "TOKEN=${secret}", "HOME=/root"]`;

export const ASSIGNMENTS: readonly Example[] = [
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `PGPASSWORD=${secret} psql -h db -U app`,
    near: 'PGPASSWORD=$DB_PASSWORD psql -h db -U app',
  },
  {
    kind: 'secret',
    secret: made(32),
    text: secret => `jwt.secret: ${secret}`,
    near: `arn:aws:secretsmanager:eu-west-1:${made(12, '123')}:secret:prod/db-AbCdEf`,
  },
  {
    kind: 'token',
    secret: made(32),
    text: ROW,
    near: 'Culture=neutral, PublicKeyToken=b77a5c561934e089, nextToken: b77a5c561934e089, token_type=bearer',
  },
  { kind: 'key', secret: guid(), text: secret => `HEROKU_API_KEY=${secret}`, near: 'api_key: xxxxxxxxxxxx' },
  {
    kind: 'key',
    secret: made(32, HEX),
    text: secret => `ALGOLIA_ADMIN_KEY=${secret}`,
    near: `cache-key: ${made(32, HEX)}, partition key: ${guid()}`,
  },
  {
    kind: 'azure-shared-key',
    secret: `${made(43, BASE64)}=`,
    text: secret => `SharedAccessKeyName=Root;SharedAccessKey=${secret};EntityPath=q`,
    near: 'SharedAccessKeyName=RootManageSharedAccessKey',
  },
  {
    kind: 'password',
    secret: ['p;w', '}d1'].join('').replace('}', '#'),
    text: secret => `UID=app;PWD={${secret}};Encrypt=yes`,
    near: 'UID=app;PWD={};Encrypt=yes',
  },
  {
    kind: 'registry-auth',
    secret: base64(`bob:${made(14)}`),
    text: secret => `{"auths":{"r.example.com":{"auth":"${secret}"}}}`,
    near: '{"auths":{"r.example.com":{}},"credsStore":"desktop"}',
  },
  {
    kind: 'element-secret',
    secret: PASSWORD.replace('&', '_'),
    text: secret => `<server><password>${secret}</password></server>`,
    near: `<password>\${env.NEXUS_PASSWORD}</password>`,
  },
  {
    kind: 'named-value',
    secret: PASSWORD,
    text: secret => `- name: DB_PASSWORD\n  value: ${secret}\n- name: X`,
    near: '- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      key: password',
  },
  {
    kind: 'named-value',
    secret: PASSWORD,
    text: secret => `define('DB_PASSWORD', '${secret}');`,
    near: "['password', 'confirmPassword', 'token']",
  },
  {
    kind: 'argument',
    secret: PASSWORD,
    text: secret => `source.setPassword("${secret}");`,
    near: 'source.setPassword("password"); source.setPassword(config.password)',
  },
  {
    kind: 'registry-auth',
    secret: made(40),
    text: secret => `{"github-oauth": {"github.com": "${secret}"}}`,
    near: '{"github-oauth": {}}',
  },
  {
    kind: 'column-secret',
    secret: PASSWORD,
    text: secret => `username,password\nbob,${secret}\n`,
    near: 'username,password\nbob,\n',
  },
  {
    kind: 'password',
    secret: PASSWORD,
    text: secret => `requirepass ${secret}\nport 6379`,
    near: 'bind 127.0.0.1\nport 6379\n# requirepass is not set',
  },
  {
    kind: 'changed-value',
    secret: PASSWORD,
    text: secret => `~ password = "x" -> "${secret}"`,
    near: '~ password = (sensitive value)',
  },
  {
    kind: 'sql-password',
    secret: PASSWORD,
    text: secret => `ALTER USER app WITH PASSWORD '${secret}';`,
    near: "CREATE USER 'app'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';",
  },
  {
    kind: 'cell-secret',
    secret: PASSWORD,
    text: secret => `| password | ${secret} |`,
    near: '| password | the password of the user |',
  },
  {
    kind: 'password',
    secret: ['a&b', '=cD9!x'].join(''),
    text: secret => `DB_PASSWORD=${secret}\n`,
    near: 'curl https://x.example/v1?DB_PASSWORD=$PW&scope=read',
  },
  {
    kind: 'cell-secret',
    secret: PASSWORD,
    text: secret => `| user | password |\n| --- | --- |\n| bob | ${secret} |\n`,
    near: '| field | password |\n| --- | --- |\n| policy | expires |\n',
  },
  {
    kind: 'argument',
    secret: made(40),
    text: secret => `.bearer_auth("${secret}")`,
    near: '.bearer_auth("required")',
  },
];
