// What code hosts, package registries, build and infrastructure tools issue.
import { START, startOf } from '../fragments.ts';
import { issued, type Rule } from '../rule.ts';

const CODE_HOSTS: readonly Rule[] = [
  issued({
    kind: 'github-token',
    keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /gh[pousr]_\w{20,255}(?:\.[\w-]{10,4000}){0,4}/,
  }),
  issued({ kind: 'github-fine-grained-token', keywords: ['github_pat_'], pattern: /github_pat_\w{22,255}/ }),
  issued({
    kind: 'gitlab-token',
    keywords: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glrtr-',
      'glcbt-',
      'glptt-',
      'glft-',
      'glimt-',
      'glagent-',
      'glsoat-',
      'gloas-',
      'glffct-',
      'glwt-',
    ],
    pattern: /gl(?:pat|dt|rtr?|cbt|ptt|ft|imt|agent|soat|oas|ffct|wt)-[\w-]{16,300}(?:\.[\w-]{2,60}){0,2}/,
  }),
  issued({ kind: 'gitlab-runner-token', keywords: ['gr1348941'], pattern: /GR1348941[\w-]{20,50}/ }),
  issued({
    kind: 'atlassian-token',
    keywords: ['atatt', 'atctt', 'atbb', 'atsctt'],
    pattern: new RegExp(`${START}AT(?:ATT|CTT|SCTT|BB)[\\w=-]{24,500}`),
  }),
  issued({ kind: 'bitbucket-token', keywords: ['bbdc-'], pattern: new RegExp(`${START}BBDC-[A-Za-z0-9+/@_-]{40,60}`) }),
];

const REGISTRIES: readonly Rule[] = [
  issued({ kind: 'npm-token', keywords: ['npm_'], pattern: new RegExp(`${START}npm_[A-Za-z0-9]{30,100}`) }),
  issued({
    kind: 'pypi-token',
    keywords: ['pypi-'],
    pattern: /pypi-[\w-]{40,1000}/,
    check: secret => /[A-Z]/.test(secret),
  }),
  issued({ kind: 'nuget-key', keywords: ['oy2'], pattern: new RegExp(`${START}oy2[a-z0-9]{43}(?![A-Za-z0-9])`) }),
  issued({ kind: 'docker-hub-token', keywords: ['dckr_'], pattern: /dckr_[a-z]{3,4}_[\w-]{20,100}/ }),
  issued({ kind: 'rubygems-key', keywords: ['rubygems_'], pattern: /rubygems_[a-f0-9]{40,64}/ }),
  issued({ kind: 'crates-token', keywords: ['cio'], pattern: new RegExp(`${START}cio[A-Za-z0-9]{32}(?![A-Za-z0-9])`) }),
  issued({ kind: 'clojars-token', keywords: ['clojars_'], pattern: /CLOJARS_[a-z0-9]{50,80}/ }),
  issued({
    kind: 'artifactory-token',
    keywords: ['akc', 'cmvmdgtu'],
    pattern: new RegExp(`${START}(?:AKC[a-zA-Z0-9]{60,200}|cmVmdGtu[A-Za-z0-9+/=]{40,100})`),
  }),
];

const BUILDS: readonly Rule[] = [
  issued({ kind: 'circleci-token', keywords: ['ccipat_', 'cciprj_'], pattern: /CCIP(?:AT|RJ)_\w{30,100}/ }),
  issued({
    kind: 'buildkite-token',
    keywords: ['bkua_', 'bkct_', 'bkrt_', 'bkaj_'],
    pattern: new RegExp(`${START}bk(?:ua|ct|rt|aj)_[A-Za-z0-9]{20,100}`),
  }),
  issued({
    kind: 'sonar-token',
    keywords: ['sqp_', 'squ_', 'sqa_'],
    pattern: new RegExp(`${START}sq[pua]_[a-f0-9]{40}`),
  }),
  issued({ kind: 'snyk-token', keywords: ['snyk_'], pattern: /snyk_[a-z]{2,5}\.[\w.-]{20,300}/ }),
  issued({
    kind: 'octopus-key',
    keywords: ['api-'],
    pattern: new RegExp(`${START}API-[A-Z0-9]{25,40}(?![A-Za-z0-9])`),
    check: secret => /\d/.test(secret.slice(4)),
  }),
  issued({ kind: 'postman-key', keywords: ['pmak-'], pattern: /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/ }),
  issued({
    kind: 'harness-token',
    keywords: ['pat.', 'sat.'],
    pattern: /(?<![\w.])[ps]at\.[\w-]{16,30}\.[a-f0-9]{24}\.[A-Za-z0-9]{16,30}/,
  }),
  issued({
    kind: 'dbt-token',
    keywords: ['dbtc_', 'dbtu_', 'dbts_'],
    pattern: new RegExp(`${START}dbt[cus]_[\\w-]{30,100}`),
  }),
  issued({ kind: 'prefect-key', keywords: ['pnu_', 'pnb_'], pattern: new RegExp(`${START}pn[ub]_[A-Za-z0-9]{30,60}`) }),
];

const INFRASTRUCTURE: readonly Rule[] = [
  issued({
    kind: 'vault-token',
    keywords: ['hvs.', 'hvb.', 'hvr.'],
    pattern: new RegExp(`${START}hv[sbr]\\.[\\w-]{20,500}`),
  }),
  issued({
    kind: 'vault-token',
    keywords: ['s.', 'b.'],
    pattern: /(?<![\w./@:-])[sb]\.[A-Za-z0-9]{24}(?![\w.])/,
    check: secret => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret.slice(2)),
  }),
  issued({
    kind: 'terraform-token',
    keywords: ['.atlasv1.'],
    pattern: new RegExp(`${startOf('A-Za-z0-9')}[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{50,100}`),
  }),
  issued({ kind: 'pulumi-token', keywords: ['pul-'], pattern: new RegExp(`${START}pul-[a-f0-9]{40}`) }),
  issued({
    kind: 'doppler-token',
    keywords: ['dp.'],
    pattern: /(?<![\w.-])dp\.(?:pt|st|ct|sa|scim|audit|said)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{36,60}/,
  }),
  issued({ kind: 'onepassword-token', keywords: ['ops_eyj'], pattern: /ops_eyJ[\w-]{100,4000}={0,2}/ }),
  issued({
    kind: 'onepassword-secret-key',
    keywords: ['a3-'],
    pattern: new RegExp(`${START}A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}`),
  }),
  issued({ kind: 'age-secret-key', keywords: ['age-secret-key-'], pattern: /AGE-SECRET-KEY-1[A-Z0-9]{50,62}/i }),
  issued({
    kind: 'databricks-token',
    keywords: ['dapi', 'dose', 'dkea'],
    pattern: new RegExp(`${START}d(?:api|ose|kea)[a-f0-9]{32}(?:-\\d)?`),
  }),
  issued({
    kind: 'kubernetes-bootstrap-token',
    keywords: ['--token', 'kubeadm', 'bootstrap'],
    pattern: /(?<![\w.-])[a-z0-9]{6}\.[a-z0-9]{16}(?![\w.-])/,
    check: secret => /\d/.test(secret),
  }),
  issued({ kind: 'swarm-join-token', keywords: ['swmtkn-'], pattern: /SWM(?:TKN|KEY)-1-[\w+/-]{40,100}/ }),
];

export const DEVELOPER_TOOL_RULES: readonly Rule[] = [...CODE_HOSTS, ...REGISTRIES, ...BUILDS, ...INFRASTRUCTURE];
