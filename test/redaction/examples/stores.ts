// Files and commands of secret stores, and the same without a secret.
import type { Example } from '../example.ts';
import { base64, made, PASSWORD } from '../made.ts';

const encoded = base64(PASSWORD);

export const STORES: readonly Example[] = [
  {
    kind: 'netrc-password',
    secret: PASSWORD,
    text: secret => `machine git.example.com\n  login bob\n  password ${secret}\n`,
    near: 'a login with password works on this machine',
  },
  {
    kind: 'pgpass-password',
    secret: PASSWORD,
    text: secret => `db.example.com:5432:orders:app:${secret}`,
    near: 'postgres says src/main.go:5432:7:error:bad',
  },
  {
    kind: 'kubernetes-secret',
    secret: encoded,
    text: secret => `apiVersion: v1\ndata:\n  dsn: ${secret}\nkind: Secret\nmetadata:\n  name: orders`,
    near: 'apiVersion: v1\ndata:\n  mode: production\nkind: ConfigMap',
  },
  {
    kind: 'kubernetes-secret',
    secret: encoded,
    text: secret => `{"data":{"dsn":"${secret}"},"kind":"Secret"}`,
    near: '{"data":{"mode":"production"},"kind":"ConfigMap"}',
  },
  {
    kind: 'kubernetes-secret',
    secret: encoded,
    text: secret => `map[db-password:${secret}]`,
    near: 'map[app:orders token-source:file]',
  },
  {
    kind: 'set-value',
    secret: made(40),
    text: secret => `npm config set //r.example.com/:_authToken ${secret}`,
    near: 'please set a new token for the pipeline',
  },
  {
    kind: 'stored-value',
    secret: PASSWORD,
    text: secret => `az keyvault secret set --vault-name kv --name db --value "${secret}"`,
    near: 'az keyvault secret set --vault-name kv --name db --file x.txt',
  },
  {
    kind: 'stored-value',
    secret: PASSWORD,
    text: secret => `kubectl create secret generic x --from-literal=dsn=${secret}`,
    near: 'kubectl create secret generic x --from-literal=dsn=$DSN',
  },
  {
    kind: 'stored-value',
    secret: made(24),
    text: secret => `vault kv put secret/x dsn=${secret} user=bob`,
    near: 'vault kv put secret/x dsn=@dsn.txt user=bob',
  },
  {
    kind: 'piped-secret',
    secret: PASSWORD,
    text: secret => `echo '${secret}' | docker login -u bot --password-stdin`,
    near: 'echo "$TOKEN" | docker login -u bot --password-stdin',
  },
  {
    kind: 'piped-secret',
    secret: PASSWORD,
    text: secret => `docker login -u bot --password-stdin <<< "${secret}"`,
    near: 'docker login -u bot --password-stdin <<< "$TOKEN"',
  },
  {
    kind: 'masked-value',
    secret: PASSWORD,
    text: secret => `::add-mask::${secret}`,
    near: `::add-mask::\${{ secrets.X }}`,
  },
  {
    kind: 'password-typed',
    secret: PASSWORD,
    text: secret => `expect "assword:"\nsend "${secret}\\r"`,
    near: 'expect "assword:"\nsend "$pw\\r"',
  },
];
