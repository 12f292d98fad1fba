// Who has to revoke what was found: the kinds of the redaction rules, by the branch of general/secret-exposed that tells how.
// Branch `x` is the entry's step `revoke-x`, and `check-x` where the provider has its own way to see what was done with it.

const KINDS: Readonly<Record<string, readonly string[]>> = {
  aws: ['aws-secret-access-key aws-session-token aws-bedrock-key aws-registry-password'],
  azure: ['azure-client-secret azure-storage-key azure-key azure-devops-token azure-refresh-token azure-shared-key'],
  google: [
    'google-api-key google-access-token google-refresh-token google-authorization-code google-oauth-secret firebase-key',
  ],
  github: ['github-token github-fine-grained-token'],
  gitlab: ['gitlab-token gitlab-runner-token'],
  atlassian: ['atlassian-token bitbucket-token'],
  registry: [
    'npm-token pypi-token nuget-key docker-hub-token rubygems-key crates-token clojars-token artifactory-token',
    'registry-auth',
  ],
  slack: ['slack-token slack-app-token slack-webhook'],
  stripe: ['stripe-key stripe-webhook-secret'],
  mail: ['sendgrid-key mailgun-key mailchimp-key brevo-key resend-key twilio-token'],
  model: ['anthropic-key openai-key huggingface-token groq-key model-key'],
  vault: ['vault-token terraform-token'],
  kubernetes: ['kubernetes-secret kubernetes-bootstrap-token swarm-join-token'],
  database: ['url-password pgpass-password sql-password'],
  'private-key': ['private-key putty-private-key xml-private-key jwk-private-key wireguard-key age-secret-key'],
  session: ['jwt bearer-token authorization signature session-cookie cookie one-time-code'],
  password: [
    'password basic-credentials netrc-password password-typed password-flag user-password password-argument securestring',
    'openssl-password',
  ],
  // Services with few users here, and names that say no more than "secret": the issuer's own page.
  other: [
    'digitalocean-token cloudflare-token cloudflare-origin-key heroku-key fly-token netlify-token vercel-token render-key',
    'supabase-key planetscale-token neon-key alibaba-secret yandex-key tailscale-key circleci-token buildkite-token',
    'sonar-token snyk-token octopus-key postman-key harness-token dbt-token prefect-key pulumi-token doppler-token',
    'onepassword-token onepassword-secret-key databricks-token discord-webhook discord-token teams-webhook webhook telegram-token',
    'square-token braintree-token shopify-token shippo-token flutterwave-key newrelic-key grafana-token sentry-token',
    'dynatrace-token datadog-token launchdarkly-key okta-token linear-key notion-token airtable-token figma-token',
    'hubspot-token asana-token clickup-token dropbox-token facebook-token mapbox-token contentful-token',
    'url-token query-token set-value stored-value piped-secret masked-value key-flag secret token key element-secret',
    'named-value argument column-secret changed-value cell-secret',
  ],
};

/** Where nothing says whose it is. */
const GENERAL = 'other';

/** Every kind with its branch. A kind that is missing here is told the general way, and the tests say so. */
export const BRANCH_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([branch, lines]) =>
    lines.flatMap(line => line.split(' ')).map((kind): [string, string] => [kind, branch]),
  ),
);

/** The branches of what was found, each once; the general one last. */
export function branchesOf(kinds: readonly string[]): readonly string[] {
  const branches = new Set(kinds.map(kind => BRANCH_OF.get(kind) ?? GENERAL));
  return [...branches].toSorted((a, b) => Number(a === GENERAL) - Number(b === GENERAL));
}
