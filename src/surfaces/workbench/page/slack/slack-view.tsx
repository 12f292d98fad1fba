// The Slack view as a whole: channels, one of them, and the thread beside it.
import { Frame } from '../shell/frame.tsx';
import { ChannelView } from './chat/channel-view.tsx';
import { ThreadPane } from './chat/thread-pane.tsx';
import { Modals } from './shell/modal.tsx';
import { Channels } from './shell/sidebar.tsx';
import { useWorkbench, WorkbenchProvider } from './state/context.tsx';

export const SlackView = () => (
  <WorkbenchProvider>
    <Opened />
  </WorkbenchProvider>
);

function Opened() {
  const { state } = useWorkbench();
  return (
    <Frame sidebar={<Channels />}>
      <ChannelView />
      {state.thread && <ThreadPane key={`${state.channel}/${state.thread}`} thread={state.thread} />}
      <Modals />
    </Frame>
  );
}
