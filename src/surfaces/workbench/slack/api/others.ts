// The small rest of the Web API: who is who, reactions and files.
import { fileObject } from '../memory/files.ts';
import { hasReacted, toggleReaction } from '../reacting.ts';
import { TEAM_NAME, usernameOfApp } from '../town.ts';
import { personOnWire, teamDomain } from '../wire.ts';
import { personIn } from '../workspace.ts';
import { channelArgument, failed, fine, type Method, messageArgument, textArgument } from './call.ts';

const authTest: Method = ({ app, origin }) =>
  fine({
    url: `${origin}/`,
    team: TEAM_NAME,
    user: usernameOfApp(app),
    team_id: app.team,
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: false,
  });

const teamInfo: Method = ({ app }) => fine({ team: { id: app.team, name: TEAM_NAME, domain: teamDomain, icon: {} } });

const userInfo: Method = (workspace, given) => {
  const person = personIn(workspace, textArgument(given, 'user') ?? '');
  return person ? fine({ user: personOnWire(person, workspace.app.team) }) : failed('user_not_found');
};

const userList: Method = workspace =>
  fine({
    members: workspace.people.map(person => personOnWire(person, workspace.app.team)),
    response_metadata: { next_cursor: '' },
  });

const react =
  (adds: boolean): Method =>
  (workspace, given) => {
    const channel = channelArgument(workspace, given);
    if (!channel) return failed('channel_not_found');
    const message = messageArgument(workspace, channel, given, 'timestamp');
    if (!message) return failed('message_not_found');
    const name = textArgument(given, 'name')?.replaceAll(':', '');
    if (!name) return failed('invalid_name');
    const reaction = { name, person: workspace.app.botUser };
    if (hasReacted(message, reaction) === adds) return failed(adds ? 'already_reacted' : 'no_reaction');
    toggleReaction(workspace, message, reaction);
    return fine();
  };

const fileInfo: Method = (workspace, given) => {
  const id = textArgument(given, 'file') ?? '';
  const message = workspace.messages.all().find(one => one.snippet?.id === id);
  const content = workspace.files.read(id);
  if (!message?.snippet || content === undefined) return failed('file_not_found');
  return fine({
    file: fileObject(message.snippet, message, workspace.origin),
    content,
    is_truncated: false,
    comments: [],
  });
};

export const otherMethods: Readonly<Record<string, Method>> = {
  'api.test': () => fine(),
  'auth.test': authTest,
  'team.info': teamInfo,
  'users.info': userInfo,
  'users.list': userList,
  'usergroups.list': () => fine({ usergroups: [] }),
  'reactions.add': react(true),
  'reactions.remove': react(false),
  'files.info': fileInfo,
};
