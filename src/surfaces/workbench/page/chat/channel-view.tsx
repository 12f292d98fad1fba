// One channel: its head, its messages, and where one writes.
import { Fragment } from 'react';
import type { Channel } from '../../protocol.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Home } from '../shell/home.tsx';
import { DrawerIcon, HashIcon, HomeIcon, ReplyIcon } from '../shell/icons.tsx';
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
      <Head channel={channel} />
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

function Head({ channel }: { readonly channel: Channel }) {
  const { state, dispatch } = useWorkbench();
  return (
    <header className="head">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Open menu"
        onClick={() => dispatch({ kind: 'drawer', open: true })}
      >
        <DrawerIcon />
      </button>
      <span className="head-mark" aria-hidden="true">
        {channel.kind === 'im' ? <Avatar person={state.snapshot?.app.user ?? ''} small /> : <HashIcon />}
      </span>
      <div className="head-text">
        <h1>{channel.name}</h1>
        <p>{channel.topic}</p>
      </div>
      {channel.kind === 'im' && <Tabs />}
    </header>
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
