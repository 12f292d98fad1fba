// What chat, payment, mail, monitoring, model and other online services issue.
import { START } from '../fragments.ts';
import { issued, type Rule } from '../rule.ts';

const CHAT: readonly Rule[] = [
  issued({ kind: 'slack-token', keywords: ['xox'], pattern: /xox[a-z](?:\.xox[a-z])?-[\w-]{10,300}/ }),
  issued({ kind: 'slack-app-token', keywords: ['xapp-'], pattern: /xapp-[\w-]{20,300}/ }),
  issued({
    kind: 'slack-webhook',
    keywords: ['hooks.slack'],
    pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/([\w/-]{20,200})/,
  }),
  issued({
    kind: 'discord-webhook',
    keywords: ['/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{15,22}\/([\w-]{40,100})/,
  }),
  issued({
    kind: 'discord-token',
    keywords: ['discord', 'bot ', 'bot_'],
    pattern: /(?<![\w.-])[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{27,45}(?![\w.-])/,
    check: secret => /\d/.test(secret) && /[A-Z]/.test(secret.slice(1)),
  }),
  issued({
    kind: 'teams-webhook',
    keywords: ['/webhookb2/', 'outlook.office'],
    pattern: /\.office(?:365)?\.com\/webhook(?:b2)?\/([\w@-]{36,80}\/[A-Za-z]{5,40}\/[\w/-]{30,120})/,
  }),
  issued({
    kind: 'webhook',
    keywords: ['hooks.zapier.com', 'maker.ifttt.com', 'hook.', 'events.pagerduty.com', '/hooks/'],
    pattern:
      /(?:hooks\.zapier\.com\/hooks\/catch\/|maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/with\/key\/|hook\.[a-z0-9.]{2,20}\.?make\.com\/|events\.pagerduty\.com\/integration\/|\/hooks\/)([A-Za-z0-9/_-]{12,100})/,
    check: secret => /\d/.test(secret) && /[a-z]/i.test(secret),
  }),
  issued({ kind: 'telegram-token', keywords: [':aa'], pattern: /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{32,34}/ }),
];

const PAYMENT: readonly Rule[] = [
  issued({
    kind: 'stripe-key',
    keywords: ['k_live_', 'k_test_', 'k_prod_'],
    pattern: /[sr]k_(?:live|test|prod)_[A-Za-z0-9_-]{16,255}/,
  }),
  issued({ kind: 'stripe-webhook-secret', keywords: ['whsec_'], pattern: /whsec_[A-Za-z0-9+/=]{24,100}/ }),
  issued({
    kind: 'square-token',
    keywords: ['sq0', 'eaaa'],
    pattern: new RegExp(`${START}(?:sq0[a-z]{3}-[\\w-]{22,60}|EAAA[\\w-]{56,60})(?![\\w-])`),
  }),
  issued({
    kind: 'braintree-token',
    keywords: ['access_token$'],
    pattern: /access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}/,
  }),
  issued({
    kind: 'shopify-token',
    keywords: ['shp'],
    pattern: new RegExp(`${START}shp(?:at|ca|pa|ss|ua|tka)_[a-fA-F0-9]{32,64}`),
  }),
  issued({ kind: 'shippo-token', keywords: ['shippo_'], pattern: /shippo_(?:live|test)_[a-f0-9]{40}/ }),
  issued({ kind: 'flutterwave-key', keywords: ['flwseck'], pattern: /FLWSECK(?:_TEST)?-[A-Za-z0-9-]{12,100}/ }),
];

const MAIL: readonly Rule[] = [
  issued({
    kind: 'sendgrid-key',
    keywords: ['sg.'],
    pattern: new RegExp(`${START}SG\\.[\\w-]{16,32}\\.[\\w-]{30,80}`),
  }),
  issued({ kind: 'mailgun-key', keywords: ['key-'], pattern: new RegExp(`${START}key-[a-f0-9]{32}(?![a-f0-9])`) }),
  issued({
    kind: 'mailgun-key',
    keywords: ['mailgun'],
    pattern: /(?<![\w-])[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}(?![\w-])/,
  }),
  issued({ kind: 'mailchimp-key', keywords: ['-us'], pattern: /(?<![\w-])[a-f0-9]{32}-us\d{1,2}(?!\w)/ }),
  issued({
    kind: 'brevo-key',
    keywords: ['xkeysib-', 'xsmtpsib-'],
    pattern: /x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}/,
  }),
  issued({
    kind: 'resend-key',
    keywords: ['re_'],
    pattern: new RegExp(`${START}re_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{20,40}`),
  }),
  issued({
    kind: 'twilio-token',
    keywords: ['ac', 'sk'],
    pattern: /(?<![A-Za-z0-9])(?:AC|SK)[a-f0-9]{32}[^A-Za-z0-9\n]{1,6}([a-f0-9]{32})(?![A-Za-z0-9])/,
  }),
];

const MONITORING: readonly Rule[] = [
  issued({
    kind: 'newrelic-key',
    keywords: ['nra', 'nri', 'nrs', 'nrj', 'nral'],
    pattern: new RegExp(`${START}(?:NR(?:AK|AA|II|IQ|RA|SP|JS)-[A-Za-z0-9_-]{19,40}|[a-f0-9x]{32,36}NRAL)`),
  }),
  issued({
    kind: 'grafana-token',
    keywords: ['glsa_', 'glc_', 'eyjrijoi'],
    pattern: new RegExp(
      `${START}(?:glsa_\\w{20,60}|glc_[A-Za-z0-9+/=_-]{32,400}|eyJrIjoi[A-Za-z0-9+/_-]{60,400}={0,2})`,
    ),
  }),
  issued({ kind: 'sentry-token', keywords: ['sntry'], pattern: /sntry[a-z]_[A-Za-z0-9+/=_-]{40,400}/ }),
  issued({ kind: 'dynatrace-token', keywords: ['dt0'], pattern: /dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{40,80}/ }),
  issued({
    kind: 'datadog-token',
    keywords: ['ddpat_', 'ddapp_'],
    pattern: new RegExp(`${START}dd(?:pat|app)_[\\w-]{24,100}`),
  }),
  issued({
    kind: 'launchdarkly-key',
    keywords: ['sdk-', 'api-', 'mob-'],
    pattern: new RegExp(`${START}(?:sdk|api|mob)-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}`),
  }),
  issued({
    kind: 'okta-token',
    keywords: ['00'],
    pattern: /(?<![\w-])00[\w-]{40}(?![\w-])/,
    check: secret => /[a-z]/.test(secret) && /[A-Z]/.test(secret),
  }),
];

const MODELS: readonly Rule[] = [
  issued({ kind: 'anthropic-key', keywords: ['sk-ant-'], pattern: /sk-ant-[\w-]{24,300}/ }),
  issued({
    kind: 'openai-key',
    keywords: ['sk-'],
    pattern: new RegExp(
      `${START}sk-(?:(?:proj|svcacct|admin|None|or-v1|lf)-[\\w-]{20,300}|[A-Za-z0-9]{32,200}(?![\\w-]))`,
    ),
  }),
  issued({
    kind: 'huggingface-token',
    keywords: ['hf_', 'api_org_'],
    pattern: new RegExp(`${START}(?:hf|api_org)_[A-Za-z0-9]{30,60}`),
  }),
  issued({ kind: 'groq-key', keywords: ['gsk_'], pattern: new RegExp(`${START}gsk_[A-Za-z0-9]{40,80}`) }),
  issued({
    kind: 'model-key',
    keywords: ['xai-', 'pplx-', 'r8_', 'nvapi-', 'pcsk_', 'csk-', 'fw_', 'lsv2_', 'tvly-'],
    pattern: new RegExp(`${START}(?:xai|pplx|r8|nvapi|pcsk|csk|fw|lsv2_[ps][tk]|tvly)[-_][\\w-]{24,200}`),
    check: secret => /\d/.test(secret) && /[a-zA-Z]/.test(secret),
  }),
];

const WORKPLACE: readonly Rule[] = [
  issued({
    kind: 'linear-key',
    keywords: ['lin_api_', 'lin_oauth_', 'lin_wh_'],
    pattern: /lin_(?:api|oauth|wh)_[A-Za-z0-9]{32,80}/,
  }),
  issued({
    kind: 'notion-token',
    keywords: ['secret_', 'ntn_'],
    pattern: new RegExp(`${START}(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,60})(?![A-Za-z0-9])`),
  }),
  issued({
    kind: 'airtable-token',
    keywords: ['pat'],
    pattern: new RegExp(`${START}pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}`),
  }),
  issued({ kind: 'figma-token', keywords: ['figd_', 'figo_'], pattern: new RegExp(`${START}fig[dou]_[\\w-]{32,100}`) }),
  issued({
    kind: 'hubspot-token',
    keywords: ['pat-na', 'pat-eu'],
    pattern: /pat-(?:na|eu)\d-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}/i,
  }),
  issued({
    kind: 'asana-token',
    keywords: ['0/1', '1/1', '2/1'],
    pattern: /(?<![\w/])[012]\/\d{14,18}(?:\/\d{14,18})?:[a-f0-9]{32}/,
  }),
  issued({ kind: 'clickup-token', keywords: ['pk_'], pattern: new RegExp(`${START}pk_\\d{6,9}_[A-Z0-9]{32}`) }),
  issued({ kind: 'dropbox-token', keywords: ['sl.'], pattern: /(?<![\w.])sl\.[A-Za-z0-9_-]{100,2000}/ }),
  issued({ kind: 'facebook-token', keywords: ['eaa'], pattern: new RegExp(`${START}EAA[A-Za-z0-9]{80,400}`) }),
  issued({ kind: 'mapbox-token', keywords: ['sk.eyj'], pattern: /sk\.eyJ1[\w-]{20,300}\.[\w-]{16,100}/ }),
  issued({ kind: 'contentful-token', keywords: ['cfpat-'], pattern: /CFPAT-[\w-]{40,60}/ }),
];

export const SERVICE_RULES: readonly Rule[] = [...CHAT, ...PAYMENT, ...MAIL, ...MONITORING, ...MODELS, ...WORKPLACE];
