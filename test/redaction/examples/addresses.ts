// Passwords and tokens inside addresses.
import type { Example } from '../example.ts';
import { HEX, made, PASSWORD } from '../made.ts';

const UNENCODED = ['p@ss', 'W0rd.4711'].join('');
const WITH_SLASH = ['pa/', 'ssW0rd'].join('');

export const ADDRESSES: readonly Example[] = [
  {
    kind: 'url-password',
    secret: PASSWORD,
    text: secret => `postgres://app:${secret}@db.example.com:5432/orders`,
    near: 'postgres://app@db.example.com:5432/orders',
  },
  {
    kind: 'url-password',
    secret: UNENCODED,
    text: secret => `mongodb+srv://app:${secret}@c0.example.net/?retryWrites=true`,
    near: 'http://registry.example.com:4873/@scope/name',
  },
  {
    kind: 'url-password',
    secret: WITH_SLASH,
    text: secret => `amqp://app:${secret}@queue:5672/vhost`,
    near: 'https://example.com:8443/a/@b/c',
  },
  {
    kind: 'url-token',
    secret: made(40),
    text: secret => `git clone https://${secret}@git.example.com/acme/x.git`,
    near: 'git clone ssh://git@git.example.com:22/acme/x.git',
  },
  {
    kind: 'url-password',
    secret: PASSWORD,
    text: secret => `app:${secret}@tcp(127.0.0.1:3306)/orders`,
    near: 'app@tcp(127.0.0.1:3306)/orders',
  },
  {
    kind: 'url-password',
    secret: PASSWORD,
    text: secret => `sqlplus scott/${secret}@//db:1521/ORCL`,
    near: 'jdbc:oracle:thin:@//db:1521/ORCL',
  },
  {
    kind: 'signature',
    secret: `${made(43)}%3D`,
    text: secret => `?sv=2022-11-02&se=2026-01-02T00:00:00Z&sp=r&sig=${secret}`,
    near: '?sv=2022-11-02&se=2026-01-02T00:00:00Z&sp=r&sig=missing',
  },
  {
    kind: 'query-token',
    secret: made(32, HEX),
    text: secret => `https://app.example.com/cb?code=${secret}&state=x`,
    near: 'https://app.example.com/cb?code=403&next=/login',
  },
];
