// Errors to try in the workbench with one click, as tools print them.
export const SAMPLES = [
  {
    title: 'AWS: expired token',
    text: 'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
  },
  {
    title: 'AWS: role refused',
    text: 'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/build is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy',
  },
  {
    title: 'Azure: wrong client secret',
    text: "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '11111111-2222-3333-4444-555555555555'.",
  },
  {
    title: 'Google Cloud: sign in again',
    text: "ERROR: (gcloud.auth.print-access-token) There was a problem refreshing your current auth tokens: ('invalid_grant: Bad Request', {'error': 'invalid_grant', 'error_description': 'Bad Request'})",
  },
  {
    title: 'Kubernetes: not logged in',
    text: 'error: You must be logged in to the server (Unauthorized)',
  },
  {
    title: 'Git over SSH',
    text: 'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights and the repository exists.',
  },
  {
    title: 'In somebody’s own words',
    text: 'aws keeps saying my token is expired since this morning, the sso login yesterday was fine. what do I do?',
  },
] as const;
