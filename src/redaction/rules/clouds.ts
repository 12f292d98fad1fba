// What AWS, Azure, Google and other hosting providers issue.
import { START, startOf } from '../fragments.ts';
import { issued, type Rule } from '../rule.ts';

/** 40 characters of base64 with all its kinds; a commit hash is lower case only. */
const isAwsSecret = (secret: string): boolean => /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /[\d+/]/.test(secret);

const AWS: readonly Rule[] = [
  issued({
    // Beside its key id, as in a row of the CSV file that AWS offers, or behind its name, whatever stands between.
    kind: 'aws-secret-access-key',
    keywords: ['akia', 'asia', 'secret'],
    pattern: new RegExp(
      '(?:(?:AKIA|ASIA)[A-Z0-9]{16}[^A-Za-z0-9+/]{1,12}|secret[ _-]?(?:access[ _-]?)?key[^A-Za-z0-9+/]{0,16}(?:(?:is|was|value|None)[^A-Za-z0-9+/]{1,6})?)' +
        '([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])',
      'i',
    ),
    check: isAwsSecret,
  }),
  issued({
    kind: 'aws-session-token',
    keywords: ['iqojb3jpz2lu', 'fwogzxivyxdz', 'fqogzxivyxdz', 'fqodyxdz'],
    pattern: /(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz)(?:[A-Za-z0-9+/=_-]|%2[BF]|%3D){16,8000}/,
  }),
  issued({
    kind: 'aws-bedrock-key',
    keywords: ['absk', 'bedrock-api-key-'],
    pattern: /(?:ABSKQmVkcm9ja0FQSUtleS|bedrock-api-key-)[A-Za-z0-9+/=]{40,8000}/,
  }),
  issued({
    kind: 'aws-registry-password',
    keywords: ['eyjwyxlsb2fk'],
    pattern: /eyJwYXlsb2Fk[A-Za-z0-9+/_-]{60,8000}={0,2}/,
  }),
];

const AZURE: readonly Rule[] = [
  issued({
    kind: 'azure-client-secret',
    keywords: ['q~'],
    pattern: new RegExp(`${startOf('A-Za-z0-9~.-')}[\\w~.-]{3}\\dQ~[\\w~.-]{31,40}`),
  }),
  issued({
    kind: 'azure-storage-key',
    keywords: ['=='],
    pattern: new RegExp(`${startOf('A-Za-z0-9+/-')}[A-Za-z0-9+/]{86}==(?!=)`),
    check: secret => /[a-z]/.test(secret) && /[A-Z]/.test(secret),
  }),
  issued({
    // Marks that Microsoft puts into its newer keys so that they can be told: Service Bus, IoT, registry, functions, search, Redis, Cosmos.
    kind: 'azure-key',
    keywords: [
      '+asb',
      '+aeh',
      '+aiot',
      '+acr',
      '+ast',
      'acdb',
      'azfu',
      'azse',
      'azca',
      'apim',
      'aczg',
      'azeg',
      'jqqj99',
    ],
    pattern:
      /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{30,76}(?:\+ASb|\+AEh|\+AIoT|\+ACR|\+ASt|ACDb|AzFu|AzSe|AzCa|APIM|AzEG|JQQJ99)[A-Za-z0-9+/_-]{4,40}={0,2}/,
  }),
  issued({
    kind: 'azure-devops-token',
    keywords: ['azdo'],
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/,
  }),
  issued({
    kind: 'azure-devops-token',
    keywords: ['azure', 'devops', 'visualstudio', 'vsts', 'azp', 'pat'],
    pattern: /(?<![A-Za-z0-9])[a-z2-7]{52}(?![A-Za-z0-9])/,
    check: secret => /[2-7]/.test(secret) && /[a-z]/.test(secret),
  }),
  issued({
    kind: 'azure-refresh-token',
    keywords: ['0.a', '1.a', 'm.c', 'm.r'],
    pattern: /(?<![\w.-])(?:[01]\.A[\w-]{3}|M\.[CR]\d)[\w.!*$-]{100,8000}/,
  }),
];

const GOOGLE: readonly Rule[] = [
  issued({ kind: 'google-api-key', keywords: ['aiza'], pattern: /AIza[\w-]{35}/ }),
  issued({ kind: 'google-api-key', keywords: ['aq.ab'], pattern: /(?<![\w-])AQ\.Ab[\w-]{40,100}/ }),
  issued({ kind: 'google-access-token', keywords: ['ya29.'], pattern: /ya29\.[\w.-]{20,4000}/ }),
  issued({
    kind: 'google-refresh-token',
    keywords: ['1//0'],
    pattern: new RegExp(`${startOf('\\w/')}1//0[\\w-]{20,500}`),
  }),
  issued({
    kind: 'google-authorization-code',
    keywords: ['4/0'],
    pattern: new RegExp(`${startOf('\\w/')}4/0[\\w-]{20,500}`),
  }),
  issued({ kind: 'google-oauth-secret', keywords: ['gocspx-'], pattern: /GOCSPX-[\w-]{20,80}/ }),
  issued({ kind: 'firebase-key', keywords: [':apa91b'], pattern: /(?<![\w-])AAAA[\w-]{7}:APA91b[\w-]{100,300}/ }),
];

const HOSTING: readonly Rule[] = [
  issued({ kind: 'digitalocean-token', keywords: ['_v1_'], pattern: /do[oprt]_v1_[a-f0-9]{40,128}/ }),
  issued({
    kind: 'cloudflare-token',
    keywords: ['cfut_', 'cfat_', 'cfk_'],
    pattern: new RegExp(`${START}cf(?:ut|at|k)_[\\w-]{32,100}`),
  }),
  issued({ kind: 'cloudflare-origin-key', keywords: ['v1.0-'], pattern: /v1\.0-[a-f0-9]{24}-[a-f0-9]{100,200}/ }),
  issued({ kind: 'heroku-key', keywords: ['hrku-'], pattern: /HRKU-[\w-]{36,100}/ }),
  issued({
    kind: 'fly-token',
    keywords: ['fm1r_', 'fm1a_', 'fm2_', 'fo1_'],
    pattern: new RegExp(`${START}f(?:m1[ra]|m2|o1)_[A-Za-z0-9+/=_,-]{40,8000}`),
  }),
  issued({
    kind: 'netlify-token',
    keywords: ['nfp_', 'nfc_', 'nfo_'],
    pattern: new RegExp(`${START}nf[pco]_[A-Za-z0-9]{30,100}`),
  }),
  issued({
    kind: 'vercel-token',
    keywords: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_', 'vercel_blob_rw_'],
    pattern: new RegExp(`${START}(?:vc[piark]|vercel_blob_rw)_\\w{24,200}`),
  }),
  issued({ kind: 'render-key', keywords: ['rnd_'], pattern: new RegExp(`${START}rnd_[A-Za-z0-9]{24,100}`) }),
  issued({
    kind: 'supabase-key',
    keywords: ['sbp_', 'sb_secret_'],
    pattern: new RegExp(`${START}(?:sbp_[a-f0-9]{40,80}|sb_secret_[\\w-]{20,100})`),
  }),
  issued({ kind: 'planetscale-token', keywords: ['pscale_'], pattern: /pscale_(?:tkn|pw|oauth)_[\w=.-]{30,100}/ }),
  issued({ kind: 'neon-key', keywords: ['napi_'], pattern: new RegExp(`${START}napi_[a-z0-9]{40,100}`) }),
  issued({
    kind: 'alibaba-secret',
    keywords: ['ltai'],
    pattern: /LTAI[A-Za-z0-9]{12,24}[^A-Za-z0-9+/]{1,12}([A-Za-z0-9]{30})(?![A-Za-z0-9])/,
  }),
  issued({
    kind: 'yandex-key',
    keywords: ['aqvn', 't1.'],
    pattern: new RegExp(`${START}(?:AQVN[\\w-]{35,38}|t1\\.[A-Z0-9a-z_-]{20,500}={0,2}\\.[\\w-]{86}={0,2})`),
  }),
  issued({ kind: 'tailscale-key', keywords: ['tskey-'], pattern: /tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,100}/ }),
];

export const CLOUD_RULES: readonly Rule[] = [...AWS, ...AZURE, ...GOOGLE, ...HOSTING];
