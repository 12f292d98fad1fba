// The rights that the app asks for, each with what it is for. manifest.json, the README and the check at the start follow it.

export const SCOPES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'being called by its name',
  'assistant:write': 'suggested prompts, the status and the titles in the messages tab',
  'channels:history': 'messages of public channels that it was invited to',
  'chat:write': 'answers, and the checklist updated in place',
  commands: '/creds',
  'files:read': 'long pastes, which Slack turns into snippets, and text files',
  'groups:history': 'messages of private channels that it was invited to',
  'im:history': 'direct messages',
  'im:write': 'private notes where nothing can be shown in the channel',
  'mpim:history': 'messages of group conversations that it was invited to',
  'reactions:read': 'the emoji that calls it to a message',
  'reactions:write': 'the marks on a message that was seen or solved',
  'users:read': 'the names that sign ticks',
};

/** One line for each right that the token lacks. `granted` is what Slack says beside its answers; undefined where it says nothing. */
export const lacking = (granted: readonly string[] | undefined): string[] =>
  granted === undefined
    ? []
    : Object.entries(SCOPES)
        .filter(([scope]) => !granted.includes(scope))
        .map(
          ([scope, use]) =>
            `Off for want of the scope ${scope}: ${use}. Add it under OAuth & Permissions and install the app again`,
        );
