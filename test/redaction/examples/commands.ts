// Secrets on command lines, and flags that take none.
import type { Example } from '../example.ts';
import { HEX, made, PASSWORD } from '../made.ts';

export const COMMANDS: readonly Example[] = [
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `helm repo add x https://c.example.com --username u --password ${secret}`,
    near: 'docker login -u bot --password-stdin r.example.com; use --token to log in',
  },
  {
    kind: 'key-flag',
    secret: made(32, HEX),
    text: secret => `index --algolia-admin-key ${secret} --verbose`,
    near: 'ssh --identity-key ~/.ssh/id_ed25519 --cache-key node-modules-v2-2026',
  },
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `docker login -u bot -p ${secret} r.example.com`,
    near: 'docker run -p 8080:80 -u 1000:1000 nginx; ssh -p 2222 host; mkdir -p /x',
  },
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `mysqldump -u root -p'${secret}' orders`,
    near: 'mysql -h db -u root -p orders',
  },
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `redis-cli -h cache -a ${secret} ping`,
    near: 'redis-cli -h cache --askpass ping',
  },
  {
    kind: 'user-password',
    secret: PASSWORD,
    text: secret => `curl -s -u "svc:${secret}" https://api.example.com`,
    near: 'curl -u bob https://api.example.com:8443',
  },
  {
    kind: 'user-password',
    secret: PASSWORD,
    text: secret => `tool --user svc:${secret}`,
    near: 'docker exec --user root:root x; chown -u 1000:1000',
  },
  {
    kind: 'password-argument',
    secret: PASSWORD,
    text: secret => `smbclient //srv/share -U bob%${secret}`,
    near: 'smbclient //srv/share -U bob',
  },
  {
    kind: 'securestring',
    secret: PASSWORD,
    text: secret => `ConvertTo-SecureString '${secret}' -AsPlainText -Force`,
    near: 'ConvertTo-SecureString $password -AsPlainText -Force',
  },
  {
    kind: 'openssl-password',
    secret: PASSWORD,
    text: secret => `openssl pkcs12 -in x.p12 -passin pass:${secret} -nodes`,
    near: 'openssl pkcs12 -in x.p12 -passin env:PFX -nodes',
  },
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `unzip -P ${secret} dump.zip`,
    near: 'unzip -p dump.zip readme.txt',
  },
  {
    kind: 'password-flag',
    secret: PASSWORD,
    text: secret => `openssl enc -d -aes256 -k ${secret} -in x`,
    near: 'openssl enc -d -aes256 -kfile key.txt -in x',
  },
  {
    kind: 'user-password',
    secret: made(34),
    text: secret => `java -jar cli.jar -auth bob:${secret} who-am-i`,
    near: 'cqlsh -u 2026-11-20T10:00:00Z host',
  },
];
