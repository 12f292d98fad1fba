// Slack's left side: channels and direct messages.
import type { Channel } from '../../../protocol.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { HashIcon } from '../../shell/icons.tsx';
import { Section, Sidebar, type Way } from '../../shell/sidebar.tsx';
import { useWorkbench } from '../state/context.tsx';
import { channelsOf, isUnread } from '../state/selectors.ts';

export function Channels() {
  const { state, dispatch } = useWorkbench();
  const wayTo = (channel: Channel): Way => ({
    id: channel.id,
    name: channel.name,
    mark: <ChannelMark channel={channel} />,
    isUnread: isUnread(state, channel),
    isHere: channel.id === state.channel,
    go: () => dispatch({ kind: 'channel', channel: channel.id }),
  });
  const ways = (kind: Channel['kind']): Way[] =>
    channelsOf(state)
      .filter(channel => channel.kind === kind)
      .map(wayTo);
  return (
    <Sidebar label="Channels and people" standsInFor="Slack">
      <Section title="Channels" ways={ways('channel')} />
      <Section title="Direct messages" ways={ways('im')} />
    </Sidebar>
  );
}

export function ChannelMark({ channel }: { readonly channel: Channel }) {
  const { state } = useWorkbench();
  return channel.kind === 'im' ? <Avatar person={state.snapshot?.app.user ?? ''} small /> : <HashIcon />;
}
