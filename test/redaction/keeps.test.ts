// What answers are found by, and what only talks about secrets: none of it may be touched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';
import { BASE64, BASE64URL, CAPITALS, guid, HEX, made, NUMERIC, pem } from './made.ts';

const keyId = `AKIA${made(16, CAPITALS)}`;

const ERRORS: readonly string[] = [
  `An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::${made(12, NUMERIC)}:user/build is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${made(12, NUMERIC)}:role/deploy`,
  `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${guid()}'.`,
  `AADSTS700016: Application with identifier '${guid()}' was not found in the directory 'contoso.onmicrosoft.com'. Trace ID: ${guid()}`,
  "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.', {'error': 'invalid_grant'})",
  'FATAL: password authentication failed for user "orders_app" on host 10.0.3.7:5432',
  "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
  "Login failed for user 'sa'. Reason: Password did not match that for the login provided. [CLIENT: 10.0.0.1]",
  'error: You must be logged in to the server (Unauthorized)',
  'MountVolume.SetUp failed for volume "creds" : secret "db-creds-v2" not found',
  'Error making API request. URL: GET http://vault:8200/v1/auth/token/lookup-self Code: 403. * permission denied at secret/data/orders',
  'remote: Support for password authentication was removed on August 13, 2021.',
  'npm ERR! code E401\nnpm ERR! Incorrect or missing password.',
  'SyntaxError: Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON',
  "Could not load file or assembly 'X, Version=1.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089'",
  'at com.acme.auth.TokenService.verifyAccessTokenSignature(TokenService.java:214)',
  'WWW-Authenticate: Bearer realm="https://auth.example.com/token",service="registry",error="invalid_token"',
  '{"password":["This field is required."],"token":"must be at least 8 characters"}',
  '"error":"invalid_client","error_description":"AADSTS7000222"',
  'err="objectType:secret, objectName:db-pass: keyvault.BaseClient#GetSecret: Failure responding to request"',
  'Error: Failed to parse private key: error:1E08010C:DECODER routines::unsupported',
  `duplicate key value violates unique constraint "jobs_pk"\nDETAIL:  Key (id, team)=(${guid()}, billing) already exists.`,
  'failed to get a token: AADSTS90002: Tenant was not found. The key: E401',
  'time=12:00 path=/oauth2/token request.peer=10.20.30.40 took=3ms',
  'Using credentials for: [reports@acme-prod.iam.gserviceaccount.com]',
];

const IDENTIFIERS: readonly string[] = [
  `aws_access_key_id = ${keyId}`,
  `key ${keyId} is inactive`,
  `"private_key_id": "${made(40, HEX)}"`,
  `AZURE_TENANT_ID=${guid()}\nAZURE_CLIENT_ID=${guid()}`,
  `InstrumentationKey=${guid()}`,
  `x-amz-request-id: ${made(16, CAPITALS)}\nx-amz-id-2: ${made(75, BASE64)}=`,
  `request id ${made(76, BASE64)}`,
  `docker pull x@sha256:${made(64, HEX)}`,
  `commit ${made(40, HEX)}\nAuthor: Bob <bob@example.com>`,
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${made(43, BASE64)} bob@host`,
  `ED25519 key fingerprint is SHA256:${made(43, BASE64)}.`,
  `unable to find key with kid '${made(32, BASE64URL)}' in JWKS`,
  `TWILIO_ACCOUNT_SID=AC${made(32, HEX)}`,
  'member: serviceAccount:ci@acme-dev-1.iam.gserviceaccount.com',
  'arn:aws:sts::123123123123:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/bob@example.com',
  'arn:aws:secretsmanager:eu-west-1:123123123123:secret:prod/db-AbCdEf',
  `pk_live_${made(24)}`,
  pem('CERTIFICATE'),
  pem('PUBLIC KEY'),
  'GOOGLE_APPLICATION_CREDENTIALS=/home/bob/key.json PWD=/home/bob/src',
  'NextToken: abc, max_tokens: 4096, token_type=bearer expires_in=3600',
];

const PLACEHOLDERS: readonly string[] = [
  `password = \${DB_PASSWORD}`,
  'docker login -u bot -p $PASSWORD registry.example.com',
  'password=%DB_PASSWORD%',
  `token: \${{ secrets.GITHUB_TOKEN }}`,
  'password: "{{ vault_db_password }}"',
  'password = os.environ["DB_PASSWORD"]; token = process.env.GITHUB_TOKEN',
  'token = await getToken(scope); const secret = config.auth.secret',
  'password = var.db_password\npassword = (sensitive value)',
  'Authorization: Bearer <token>',
  '-H "Authorization: token YOUR_TOKEN_HERE"',
  'token: <your-token-here> api_key=xxxxxxxxxxxx password: ********',
  'password: null, token: none, secret: "", apiKey: undefined',
  ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
  'postgres://user:password@host/db https://user:***@git.example.com/a/b',
  'password: op://prod/db/password\npassword: !vault |',
  '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db/)',
  'secret_key     ****************wxyz shared-credentials-file',
  'password: string; token: string | undefined',
];

const TALK: readonly string[] = [
  'the password is wrong',
  'my password is not accepted anymore',
  'which password is meant',
  'as user feature/SEC-123-rotate-keys I get 403',
  `the login of account SHA256:${made(43, BASE64)} is refused`,
  'grant_type=password&client_id=web&scope=read',
  'password: incorrect',
  'token: expired',
  'the secret is missing in the namespace',
  'api key is invalid',
  'the token is a JWT signed with RS256',
  'is the password still valid until 2026-12-01?',
  'password is too short, it needs 12 characters and 2 digits',
  'the secret is in Key Vault, secret orders-db-2 is missing',
  'token audience is https://graph.microsoft.com/.default',
  'forgot password link: https://idp.example.com/reset',
  'password: see vault, api key: ask Bob',
  'pass the --profile flag, pass AWS_PROFILE=dev to make',
  'tests pass: 12',
  'user: bob, role: admin/editor',
  'login works with user svc-orders01 but not with svc-orders02',
  'use --token to log in; the --password flag is deprecated',
  'docker run -p 8080:80 -u 1000:1000 nginx',
  'ssh -p 2222 bob@host && mkdir -p /var/lib/x && psql -p 5432',
  "vault login succeeded: 'you are now authenticated'",
  "the page says the password is 'incorrect' and nothing else",
  'Data\n====\npassword:  12 bytes\ntoken:     1024 bytes',
];

describe('what answers need survives', () => {
  const table = { error: ERRORS, identifier: IDENTIFIERS, placeholder: PLACEHOLDERS, talk: TALK };
  const cases = Object.entries(table).flatMap(([name, texts]) => texts.map(text => [name, text] as const));
  it.each(cases)('%s: %s', (_, text) => {
    expect(redact(text)).toEqual({ text, found: [] });
  });

  it.each(['errors', 'silence'])('in every labelled case of %s', name => {
    const lines = readFileSync(join(import.meta.dirname, `../cases/${name}.jsonl`), 'utf8').split('\n');
    const texts = lines.filter(Boolean).map((line): string => JSON.parse(line).text);
    expect(texts.filter(text => redact(text).found.length > 0)).toEqual([]);
  });
});
