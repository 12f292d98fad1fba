// One channel: its head, its messages, and where one writes.
import { Fragment } from 'react';
import { Head } from '../../shell/head.tsx';
import { HomeIcon, ReplyIcon } from '../../shell/icons.tsx';
import { Home } from '../shell/home.tsx';
import { ChannelMark } from '../shell/sidebar.tsx';
import { useWorkbench } from '../state/context.tsx';
import { channelMessages, channelOf, titleOf } from '../state/selectors.ts';
import { Composer } from '../writing/composer.tsx';
import { Prompts } from '../writing/prompts.tsx';
import { MessageList } from './message-list.tsx';
import { Welcome } from './welcome.tsx';

export function ChannelView() {
  const { state } = useWorkbench();
  const channel = channelOf(state, state.channel);
  if (!channel) return <main className="channel" aria-busy="true" />;
  const messages = channelMessages(state);
  const isHome = channel.kind === 'im' && state.tab === 'home';
  return (
    <main className="channel">
      <Head mark={<ChannelMark channel={channel} />} name={channel.name} topic={channel.topic}>
        {channel.kind === 'im' && <Tabs />}
      </Head>
      {isHome ? (
        <Home />
      ) : (
        <Fragment key={channel.id}>
          <MessageList
            label={`Messages in ${titleOf(channel)}`}
            messages={messages}
            startsAtEnd={messages.length > 0}
            before={<Welcome channel={channel} isEmpty={messages.length === 0} />}
          />
          {channel.kind === 'im' && <Prompts />}
          <Composer label={`Message ${titleOf(channel)}`} />
        </Fragment>
      )}
    </main>
  );
}

function Tabs() {
  const { state, dispatch } = useWorkbench();
  return (
    <nav className="tabs" aria-label="Messages and home">
      <button
        type="button"
        aria-current={state.tab === 'messages' ? 'page' : undefined}
        onClick={() => dispatch({ kind: 'tab', tab: 'messages' })}
      >
        <ReplyIcon /> Messages
      </button>
      <button
        type="button"
        aria-current={state.tab === 'home' ? 'page' : undefined}
        onClick={() => dispatch({ kind: 'tab', tab: 'home' })}
      >
        <HomeIcon /> Home
      </button>
    </nav>
  );
}
