// What hosting providers issue, and what only begins like it.
import type { Example } from '../example.ts';
import { ALNUM, BASE64, BASE64URL, CAPITALS, HEX, made, SMALL } from '../made.ts';

const ACCESS_KEY_ID = `AKIA${made(16, CAPITALS)}`;

const AWS: readonly Example[] = [
  {
    kind: 'aws-secret-access-key',
    secret: made(40, BASE64),
    text: secret => `Access key ID,Secret access key\n${ACCESS_KEY_ID},${secret}`,
    near: `access key ${ACCESS_KEY_ID} was made by commit ${made(40, HEX)}`,
  },
  {
    kind: 'aws-secret-access-key',
    secret: made(40, BASE64),
    text: secret => `AWS Secret Access Key [None]: ${secret}\nDefault region name [None]: eu-west-1`,
    near: 'AWS Secret Access Key [None]: \nDefault region name [None]: eu-west-1',
  },
  {
    kind: 'aws-session-token',
    secret: `IQoJb3JpZ2lu${made(300, BASE64)}`,
    near: `An error occurred (ExpiredToken): request id ${made(76, BASE64)}`,
  },
  {
    kind: 'aws-bedrock-key',
    secret: `ABSK${'QmVkcm9ja0FQSUtleS'}${made(90)}=`,
    near: 'a bedrock-api-key- begins like this',
  },
  {
    kind: 'aws-registry-password',
    secret: `eyJwYXlsb2Fk${made(200)}==`,
    near: 'the password of ECR begins with eyJwYXlsb2Fk',
  },
];

const AZURE: readonly Example[] = [
  {
    kind: 'azure-client-secret',
    secret: `${made(3)}8Q~${made(34, `${ALNUM}.-_~`)}`,
    near: 'its fourth to sixth characters are 8Q~',
  },
  { kind: 'azure-storage-key', secret: `${made(86, BASE64)}==`, near: `"integrity": "sha512-${made(86, BASE64)}=="` },
  { kind: 'azure-key', secret: `${made(42)}+ACR${made(6)}`, near: `the request id is ${made(42)}` },
  { kind: 'azure-devops-token', secret: `${made(76)}AZDO${made(4)}`, near: `the digest is ${made(84, HEX)}` },
  {
    kind: 'azure-devops-token',
    secret: made(52, 'abcdefghijklmnopqrstuvwxyz234567'),
    text: secret => `az devops login\nToken:\n${secret}`,
    near: 'az devops login\nToken:\n',
  },
  { kind: 'azure-refresh-token', secret: `0.AXk${made(200, BASE64URL)}`, near: 'Azure CLI 2.0.A and later' },
];

const GOOGLE: readonly Example[] = [
  { kind: 'google-api-key', secret: `AIza${made(35, BASE64URL)}`, near: 'Google keys begin with AIza' },
  { kind: 'google-api-key', secret: `AQ.Ab${made(48, BASE64URL)}`, near: 'new ones begin with AQ.Ab' },
  {
    kind: 'google-access-token',
    secret: `ya29.${made(120, BASE64URL)}`,
    near: 'the token begins with ya29. and is valid for an hour',
  },
  { kind: 'google-refresh-token', secret: `1//0${made(60, BASE64URL)}`, near: 'a refresh token begins with 1//0' },
  { kind: 'google-authorization-code', secret: `4/0${made(60, BASE64URL)}`, near: 'step 4/0 of the wizard' },
  { kind: 'google-oauth-secret', secret: `GOCSPX-${made(28, BASE64URL)}`, near: 'client secrets begin with GOCSPX-' },
  {
    kind: 'firebase-key',
    secret: `AAAA${made(7)}:APA91b${made(134, BASE64URL)}`,
    near: 'the device registration holds :APA91b',
  },
];

const HOSTING: readonly Example[] = [
  { kind: 'digitalocean-token', secret: `dop_v1_${made(64, HEX)}`, near: 'tokens begin with dop_v1_' },
  { kind: 'cloudflare-token', secret: `cfut_${made(40)}`, near: 'user tokens begin with cfut_' },
  { kind: 'cloudflare-origin-key', secret: `v1.0-${made(24, HEX)}-${made(146, HEX)}`, near: 'release v1.0-rc1' },
  { kind: 'heroku-key', secret: `HRKU-AA${made(58)}`, near: 'Heroku keys begin with HRKU-' },
  { kind: 'fly-token', secret: `fm2_${made(200, BASE64)}`, near: 'fly tokens begin with fm2_' },
  { kind: 'netlify-token', secret: `nfp_${made(36)}`, near: 'see nfp_notes' },
  { kind: 'vercel-token', secret: `vcp_${made(56)}`, near: 'the module vcp_status' },
  { kind: 'render-key', secret: `rnd_${made(32)}`, near: 'the table rnd_numbers' },
  { kind: 'supabase-key', secret: `sbp_${made(40, HEX)}`, near: 'sbp_ is the prefix' },
  { kind: 'planetscale-token', secret: `pscale_tkn_${made(43)}`, near: 'pscale_tkn_ is the prefix' },
  { kind: 'neon-key', secret: `napi_${made(64, SMALL)}`, near: 'napi_get_value_string_utf8 failed' },
  {
    kind: 'alibaba-secret',
    secret: made(30),
    text: secret => `LTAI${made(20)} ${secret}`,
    near: `LTAI${made(20)} is not active`,
  },
  { kind: 'yandex-key', secret: `AQVN${made(36, BASE64URL)}`, near: 'keys begin with AQVN' },
  { kind: 'tailscale-key', secret: `tskey-auth-${made(17)}-${made(32)}`, near: 'use a tskey-auth- key' },
];

export const CLOUDS: readonly Example[] = [...AWS, ...AZURE, ...GOOGLE, ...HOSTING];
