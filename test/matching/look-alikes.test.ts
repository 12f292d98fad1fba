// Neighbours that are easily taken for each other, from both sides, with the messages of real tools.
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/matching/matcher.ts';
import { redact } from '../../src/redaction/redact.ts';
import { loadKnowledge } from '../../src/service/knowledge/load.ts';

const matcher = createMatcher(await loadKnowledge());
const best = (text: string): string | undefined => matcher.match(redact(text).text)[0]?.entry;

describe.each<[pair: string, sides: [entry: string, text: string][]]>([
  [
    'whose cluster it is',
    [
      ['kubernetes/unauthorized', 'error: You must be logged in to the server (Unauthorized)'],
      [
        'aws/eks-unauthorized',
        'E1122 couldn’t get current server API group list: the server has asked for the client to provide credentials\nserver: https://0123.gr7.eu-west-1.eks.amazonaws.com',
      ],
      [
        'azure/aks-unauthorized',
        'error: You must be logged in to the server (Unauthorized)\nserver https://team-dns-1a2b.hcp.westeurope.azmk8s.io:443',
      ],
    ],
  ],
  [
    'where AWS credentials were looked for',
    [
      ['aws/no-credentials', 'Unable to locate credentials. You can configure credentials by running "aws configure".'],
      [
        'aws/instance-metadata-unreachable',
        'EC2RoleRequestError: no EC2 instance role found\ncaused by: Get "http://169.254.169.254/latest/meta-data/iam/security-credentials/": context deadline exceeded, on the EC2 host ip-10-0-3-7',
      ],
      [
        'terraform/aws-credentials',
        'Error: No valid credential sources found\n\n  with provider["registry.terraform.io/hashicorp/aws"],\n  on main.tf line 9, in provider "aws":',
      ],
    ],
  ],
  [
    'the chain or its last link',
    [
      [
        'azure/default-credential-failed',
        'DefaultAzureCredential failed to retrieve a token from the included credentials.\nEnvironmentCredential authentication unavailable.\nManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.',
      ],
      [
        'azure/managed-identity-unavailable',
        'azure.identity.CredentialUnavailableError: ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.',
      ],
    ],
  ],
  [
    'which Google project is meant',
    [
      [
        'gcp/quota-project-missing',
        'Your application is authenticating by using local Application Default Credentials. The translate.googleapis.com API requires a quota project, which is not set by default.',
      ],
      [
        'gcp/api-not-enabled',
        'Cloud Run Admin API has not been used in project 123456789012 before or it is disabled. Enable it by visiting the console, then retry.',
      ],
    ],
  ],
  [
    'the standard or the provider’s own',
    [
      [
        'oauth/invalid-grant',
        '{"error":"invalid_grant","error_description":"Refresh token is invalid or has been revoked"}',
      ],
      [
        'azure/refresh-token-expired',
        '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity."}',
      ],
      [
        'gcp/jwt-time-window',
        "google.auth.exceptions.RefreshError: ('invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.')",
      ],
      ['oauth/invalid-client', 'token endpoint answered {"error":"invalid_client"} for our gateway'],
      [
        'azure/invalid-client-secret',
        '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}',
      ],
    ],
  ],
  [
    'how AWS said no',
    [
      [
        'aws/access-denied',
        'An error occurred (AccessDeniedException) when calling the ListFunctions operation: User: arn:aws:iam::111122223333:user/eva is not authorized to perform: lambda:ListFunctions because no identity-based policy allows the lambda:ListFunctions action',
      ],
      [
        'aws/explicit-deny',
        'User: arn:aws:iam::111122223333:user/eva is not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy',
      ],
      [
        'aws/s3-access-denied',
        'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied, bucket team-reports',
      ],
      [
        'aws/assume-role-denied',
        'User: arn:aws:iam::111122223333:user/eva is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy',
      ],
    ],
  ],
  [
    'which token ran out',
    [
      ['aws/expired-token', 'ExpiredToken: The security token included in the request is expired'],
      ['aws/sso-session-expired', 'Error when retrieving token from sso: Token has expired and refresh failed'],
    ],
  ],
  [
    'who pulls the image',
    [
      [
        'docker/pull-access-denied',
        "Error response from daemon: pull access denied for team/api, repository does not exist or may require 'docker login'",
      ],
      [
        'kubernetes/image-pull-unauthorized',
        'Warning  Failed  kubelet  Failed to pull image "registry.example.com/team/api:1": rpc error: unauthorized: authentication required\nErrImagePull\nImagePullBackOff',
      ],
    ],
  ],
])('%s', (_, sides) => {
  it.each(sides)('%s', (entry, text) => {
    expect(best(text)).toBe(entry);
  });
});

describe('what the message says against a look-alike', () => {
  it('is evidence against it, with the look-alike that it speaks for and the words that do', () => {
    const matches = matcher.match(
      redact(
        'User: arn:aws:iam::111122223333:user/eva is not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy',
      ).text,
    );
    const plain = matches.find(({ entry }) => entry === 'aws/access-denied');
    expect(plain?.evidence).toContainEqual(
      expect.objectContaining({
        lookAlike: 'aws/explicit-deny',
        quote: 'with an explicit deny',
      }),
    );
    expect(plain?.evidence.every(({ lookAlike, weight }) => lookAlike === undefined || weight < 0)).toBe(true);
  });
});
