// What code hosts, registries and build tools issue, and what only begins like it.
import type { Example } from '../example.ts';
import { BASE64, BASE64URL, base64, CAPITALS, HEX, made, SMALL } from '../made.ts';

const CODE_HOSTS: readonly Example[] = [
  { kind: 'github-token', secret: `ghp_${made(36)}`, near: 'classic tokens begin with ghp_ and have 40 characters' },
  {
    kind: 'github-fine-grained-token',
    secret: `github_pat_${made(22)}_${made(59)}`,
    near: 'export github_pat_file=token.txt',
  },
  { kind: 'gitlab-token', secret: `glpat-${made(20, BASE64URL)}`, near: 'GitLab tokens begin with glpat-' },
  { kind: 'gitlab-runner-token', secret: `GR1348941${made(20)}`, near: 'runner GR1348941 is offline' },
  {
    kind: 'atlassian-token',
    secret: `ATATT3xFfGF0${made(180, BASE64URL)}=${made(8, HEX)}`,
    near: 'API tokens begin with ATATT',
  },
  { kind: 'bitbucket-token', secret: `BBDC-${made(44)}`, near: 'tokens begin with BBDC-' },
];

const REGISTRIES: readonly Example[] = [
  {
    kind: 'npm-token',
    secret: `npm_${made(36)}`,
    near: 'npm_config_registry=https://registry.example.com npm_lifecycle_event=test',
  },
  {
    kind: 'pypi-token',
    secret: `pypi-AgEIcHlwaS5vcmc${made(120, BASE64URL)}`,
    near: 'pypi-publish-to-the-internal-index-from-the-release-branch',
  },
  { kind: 'nuget-key', secret: `oy2${made(43, SMALL)}`, near: 'NuGet keys begin with oy2' },
  { kind: 'docker-hub-token', secret: `dckr_pat_${made(27, BASE64URL)}`, near: 'Docker tokens begin with dckr_pat_' },
  { kind: 'rubygems-key', secret: `rubygems_${made(48, HEX)}`, near: 'rubygems_api_key' },
  { kind: 'crates-token', secret: `cio${made(32)}`, near: 'suspicious, precious, ciotiny' },
  { kind: 'clojars-token', secret: `CLOJARS_${made(60, SMALL)}`, near: 'CLOJARS_USERNAME=bob' },
  { kind: 'artifactory-token', secret: `AKCp${made(69)}`, near: 'AKCp is the prefix' },
];

const BUILDS: readonly Example[] = [
  { kind: 'circleci-token', secret: `CCIPAT_${made(22)}_${made(40, HEX)}`, near: 'CCIPAT_ is the prefix' },
  { kind: 'buildkite-token', secret: `bkua_${made(40, HEX)}`, near: 'bkua_ is the prefix' },
  { kind: 'sonar-token', secret: `sqp_${made(40, HEX)}`, near: 'sqp_ is the prefix' },
  { kind: 'snyk-token', secret: `snyk_uat.${made(8)}.${made(60)}`, near: 'snyk_test.log' },
  { kind: 'octopus-key', secret: `API-${made(31, CAPITALS)}`, near: 'API-GATEWAY-TIMEOUT' },
  { kind: 'postman-key', secret: `PMAK-${made(24, HEX)}-${made(34, HEX)}`, near: 'PMAK-1' },
  { kind: 'harness-token', secret: `pat.${made(22)}.${made(24, HEX)}.${made(20)}`, near: 'pat.example.com' },
  { kind: 'dbt-token', secret: `dbtc_${made(40)}`, near: 'dbtc_ is the prefix' },
  { kind: 'prefect-key', secret: `pnu_${made(36)}`, near: 'pnu_ is the prefix' },
];

const INFRASTRUCTURE: readonly Example[] = [
  { kind: 'vault-token', secret: `hvs.${made(90, BASE64URL)}`, near: 'Vault tokens begin with hvs. since 1.10' },
  { kind: 'vault-token', secret: `s.${made(24)}`, near: 'thousands.of.words, com.acme.s.internationalization' },
  {
    kind: 'terraform-token',
    secret: `${made(14)}.atlasv1.${made(67, BASE64URL)}`,
    near: 'tokens contain .atlasv1. in the middle',
  },
  { kind: 'pulumi-token', secret: `pul-${made(40, HEX)}`, near: 'pul-request' },
  { kind: 'doppler-token', secret: `dp.pt.${made(43)}`, near: 'dp.pt.example.com' },
  {
    kind: 'onepassword-token',
    secret: `ops_${base64(JSON.stringify({ a: made(200) }))}`,
    near: 'ops_eyJ is the prefix',
  },
  {
    kind: 'onepassword-secret-key',
    secret: ['A3', ...[6, 6, 5, 5, 5, 5].map(n => made(n, CAPITALS))].join('-'),
    near: 'paper size A3-A4-A5',
  },
  {
    kind: 'age-secret-key',
    secret: `AGE-SECRET-KEY-1${made(58, CAPITALS)}`,
    near: `age1${made(58, SMALL)} is the recipient`,
  },
  { kind: 'databricks-token', secret: `dapi${made(32, HEX)}`, near: 'the file dapi2.ts' },
  {
    kind: 'kubernetes-bootstrap-token',
    secret: `${made(6, SMALL)}.${made(15, SMALL)}7`,
    text: secret =>
      `kubeadm join 10.0.0.1:6443 --token ${secret} --discovery-token-ca-cert-hash sha256:${made(64, HEX)}`,
    near: `kubeadm join 10.0.0.1:6443 --discovery-token-ca-cert-hash sha256:${made(64, HEX)}`,
  },
  {
    kind: 'swarm-join-token',
    secret: `SWMTKN-1-${made(50, SMALL)}-${made(25, SMALL)}`,
    near: `the node id is ${made(25, SMALL).slice(0, 10)}`,
  },
  {
    kind: 'artifactory-token',
    secret: `cmVmdGtu${made(56, BASE64).replace(/[+/]/g, 'a')}`,
    near: 'cmVmdGtu is the prefix',
  },
];

export const DEVELOPER_TOOLS: readonly Example[] = [...CODE_HOSTS, ...REGISTRIES, ...BUILDS, ...INFRASTRUCTURE];
