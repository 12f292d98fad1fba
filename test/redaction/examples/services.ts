// What online services issue, and what only begins like it.
import type { Example } from '../example.ts';
import { ALNUM, BASE64, BASE64URL, base64, CAPITALS, guid, HEX, made, NUMERIC, SMALL } from '../made.ts';

const CHAT: readonly Example[] = [
  {
    kind: 'slack-token',
    secret: `xoxb-${made(12, NUMERIC)}-${made(12, NUMERIC)}-${made(24)}`,
    near: 'bot tokens begin with xoxb-',
  },
  {
    kind: 'slack-app-token',
    secret: `xapp-1-A${made(10, CAPITALS)}-${made(13, NUMERIC)}-${made(64, HEX)}`,
    near: 'app tokens begin with xapp-',
  },
  {
    kind: 'slack-webhook',
    secret: `T${made(8, CAPITALS)}/B${made(8, CAPITALS)}/${made(24)}`,
    text: secret => `curl -X POST https://hooks.slack.com/services/${secret} -> invalid_token`,
    near: 'curl -X POST https://hooks.slack.com/services/T0/B0/x -> invalid_token',
  },
  {
    kind: 'discord-webhook',
    secret: made(68, BASE64URL),
    text: secret => `https://discord.com/api/webhooks/${made(18, NUMERIC)}/${secret}`,
    near: `https://discord.com/api/webhooks/${made(18, NUMERIC)}`,
  },
  {
    kind: 'discord-token',
    secret: `M${made(23)}.${made(6)}.${made(38)}`,
    text: secret => `discord bot ${secret}`,
    near: 'the discord bot is on discord.js.org.example.com',
  },
  {
    kind: 'teams-webhook',
    secret: `${guid()}@${guid()}/IncomingWebhook/${made(32, HEX)}/${guid()}`,
    text: secret => `https://acme.webhook.office.com/webhookb2/${secret}`,
    near: 'https://acme.webhook.office.com/webhookb2/',
  },
  {
    kind: 'webhook',
    secret: `${made(7, NUMERIC)}/${made(10)}`,
    text: secret => `https://hooks.zapier.com/hooks/catch/${secret}/`,
    near: 'https://docs.example.com/hooks/pre-commit',
  },
  { kind: 'telegram-token', secret: `${made(10, NUMERIC)}:AA${made(33, BASE64URL)}`, near: '12:AA is no token' },
];

const PAYMENT: readonly Example[] = [
  { kind: 'stripe-key', secret: `sk_live_${made(24)}`, near: `the publishable pk_live_${made(24)} may be shown` },
  { kind: 'stripe-webhook-secret', secret: `whsec_${made(32)}`, near: 'webhook secrets begin with whsec_' },
  { kind: 'square-token', secret: `sq0atp-${made(22)}`, near: 'sq0atp- is the prefix' },
  {
    kind: 'braintree-token',
    secret: `access_token$production$${made(16, SMALL)}$${made(32, HEX)}`,
    near: 'access_token$production',
  },
  { kind: 'shopify-token', secret: `shpat_${made(32, HEX)}`, near: 'shpat_ is the prefix' },
  { kind: 'shippo-token', secret: `shippo_live_${made(40, HEX)}`, near: 'shippo_live_mode' },
  { kind: 'flutterwave-key', secret: `FLWSECK-${made(32, HEX)}-X`, near: 'FLWSECK- is the prefix' },
];

const MAIL: readonly Example[] = [
  { kind: 'sendgrid-key', secret: `SG.${made(22, BASE64URL)}.${made(43, BASE64URL)}`, near: 'SG.com and SG.net' },
  { kind: 'mailgun-key', secret: `key-${made(32, HEX)}`, near: 'the key-value store' },
  {
    kind: 'mailgun-key',
    secret: `${made(32, HEX)}-${made(8, HEX)}-${made(8, HEX)}`,
    text: secret => `mailgun says Forbidden with ${secret}`,
    near: `mailgun message ${guid()}`,
  },
  { kind: 'mailchimp-key', secret: `${made(32, HEX)}-us12`, near: `in region ${made(8, SMALL)}-us1` },
  { kind: 'brevo-key', secret: `xkeysib-${made(64, HEX)}-${made(16)}`, near: 'xkeysib- is the prefix' },
  { kind: 'resend-key', secret: `re_${made(8)}_${made(24)}`, near: 're_compile_pattern' },
  {
    kind: 'twilio-token',
    secret: made(32, HEX),
    text: secret => `Client("AC${made(32, HEX).replace('0', '1')}", "${secret}")`,
    near: `the account is AC${made(32, HEX)}`,
  },
];

const MONITORING: readonly Example[] = [
  { kind: 'newrelic-key', secret: `NRAK-${made(27, CAPITALS)}`, near: 'NRAK- is the prefix' },
  { kind: 'grafana-token', secret: `glsa_${made(32)}_${made(8, HEX)}`, near: 'glsa_ is the prefix' },
  {
    kind: 'sentry-token',
    secret: `sntrys_${base64(JSON.stringify({ url: 'https://sentry.example.com' }))}_${made(43)}`,
    near: 'sntrys_ is the prefix',
  },
  {
    kind: 'dynatrace-token',
    secret: `dt0c01.${made(24, CAPITALS)}.${made(64, CAPITALS)}`,
    near: 'dt0c01. is the prefix',
  },
  { kind: 'datadog-token', secret: `ddpat_${made(32)}`, near: 'ddpat_ is the prefix' },
  { kind: 'launchdarkly-key', secret: `sdk-${guid()}`, near: 'sdk-core-1.2.3' },
  { kind: 'okta-token', secret: `00${made(40)}`, near: `at commit 00${made(38, HEX)}` },
];

const MODELS: readonly Example[] = [
  { kind: 'anthropic-key', secret: `sk-ant-api03-${made(93, BASE64URL)}AA`, near: 'keys begin with sk-ant-' },
  { kind: 'openai-key', secret: `sk-proj-${made(64, BASE64URL)}`, near: 'the folder sk-proj-docs' },
  { kind: 'huggingface-token', secret: `hf_${made(34)}`, near: 'hf_hub_download failed' },
  { kind: 'groq-key', secret: `gsk_${made(52)}`, near: 'gsk_ is the prefix' },
  { kind: 'model-key', secret: `xai-${made(80)}`, near: 'xai-sdk' },
];

const WORKPLACE: readonly Example[] = [
  { kind: 'linear-key', secret: `lin_api_${made(40)}`, near: 'lin_api_ is the prefix' },
  { kind: 'notion-token', secret: `ntn_${made(46)}`, near: 'secret_manager_client' },
  { kind: 'airtable-token', secret: `pat${made(14)}.${made(64, HEX)}`, near: 'path.to.module' },
  { kind: 'figma-token', secret: `figd_${made(40, BASE64URL)}`, near: 'figd_ is the prefix' },
  { kind: 'hubspot-token', secret: `pat-na1-${guid()}`, near: 'pat-na1-orders' },
  { kind: 'asana-token', secret: `1/12${made(14, NUMERIC)}:${made(32, HEX)}`, near: 'step 1/12345' },
  { kind: 'clickup-token', secret: `pk_${made(8, '123456789')}_${made(32, CAPITALS)}`, near: 'the column pk_orders' },
  { kind: 'dropbox-token', secret: `sl.${made(140, BASE64URL)}`, near: 'sl.example.com' },
  { kind: 'facebook-token', secret: `EAA${made(160, ALNUM)}`, near: `the digest EAA${made(20, HEX)}` },
  {
    kind: 'mapbox-token',
    secret: `sk.eyJ1${made(60, BASE64URL)}.${made(22, BASE64)}`.replace(/[+/]/g, 'a'),
    near: 'sk.eyJ1 is the prefix',
  },
  { kind: 'contentful-token', secret: `CFPAT-${made(43)}`, near: 'CFPAT- is the prefix' },
];

export const SERVICES: readonly Example[] = [...CHAT, ...PAYMENT, ...MAIL, ...MONITORING, ...MODELS, ...WORKPLACE];
