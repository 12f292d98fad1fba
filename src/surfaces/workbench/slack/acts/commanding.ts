// Slash commands: a form to the app, and what its acknowledgement says back.
import { isRecord, parseJson } from '../../exchange.ts';
import type { Channel } from '../../protocol.ts';
import type { Actor } from '../memory/loans.ts';
import { channelNameOf, responseUrl } from '../out/interactions.ts';
import type { Answered } from '../out/sender.ts';
import { answerHere } from '../replying.ts';
import { appIdOf, commandsOf } from '../town.ts';
import { teamDomain, usernameOf } from '../wire.ts';
import { personIn, type Workspace } from '../workspace.ts';
import { tellPrivately } from './notices.ts';
import { channelOf, done, type Outcome, refused } from './outcome.ts';

export type Commanding = {
  readonly actor: Actor;
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
};

export async function command(workspace: Workspace, commanding: Commanding): Promise<Outcome> {
  const { actor, thread } = commanding;
  const channel = channelOf(workspace, commanding.channel, actor);
  if (!channel) return refused('There is no such channel.');
  const [, name = '', text = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(commanding.text.trim()) ?? [];
  const where = { channel: channel.id, to: actor.person, thread };
  if (!commandsOf(workspace.app).some(known => known.command === name))
    return done(tellPrivately(workspace, where, `\`${name}\` is not a command that anybody here answers.`));
  if (thread)
    return done(tellPrivately(workspace, where, `\`${name}\` cannot be used in threads. Use it in the channel.`));
  const answer = await workspace.sender.command(fieldsOf(workspace, actor, channel, name, text.trimEnd()));
  return done(settle(workspace, actor, channel, name, answer));
}

function fieldsOf(workspace: Workspace, actor: Actor, channel: Channel, name: string, text: string) {
  const person = personIn(workspace, actor.person);
  return {
    token: 'workbench',
    team_id: workspace.app.team,
    team_domain: teamDomain,
    channel_id: channel.id,
    channel_name: channelNameOf(channel),
    user_id: actor.person,
    user_name: person ? usernameOf(person) : actor.person,
    command: name,
    text,
    api_app_id: appIdOf(workspace.app),
    is_enterprise_install: 'false',
    response_url: responseUrl(workspace, { channel: channel.id }, actor.person),
    trigger_id: workspace.loans.trigger(actor),
  };
}

/** An empty acknowledgement says nothing; text or blocks are the answer, private unless it says otherwise. */
function settle(workspace: Workspace, actor: Actor, channel: Channel, name: string, answer: Answered): void {
  const problem = problemOf(answer) ?? answered(workspace, actor, channel, answer);
  if (problem) tellPrivately(workspace, { channel: channel.id, to: actor.person }, `\`${name}\` failed: ${problem}.`);
}

function problemOf(answer: Answered): string | undefined {
  if (answer.kind === 'silent') return answer.reason;
  return answer.status < 300 ? undefined : `the app answered with status ${answer.status}`;
}

function answered(workspace: Workspace, actor: Actor, channel: Channel, answer: Answered): string | undefined {
  const body = answer.kind === 'answered' ? answer.body.trim() : '';
  if (!body) return undefined;
  const parsed = parseJson(body);
  const given = isRecord(parsed) ? parsed : { text: body };
  const replied = answerHere(workspace, { channel: channel.id, person: actor.person }, given);
  if (replied.kind !== 'refused') return undefined;
  return `Slack refuses what the app answered (${[replied.error, ...replied.problems].join('; ')})`;
}
