// What an app puts round somebody's talk with it: prompts to choose from, and for each thread a title and a status.
import type { Prompt, Talk } from '../../protocol.ts';

export type Talks = {
  readonly all: () => readonly Talk[];
  readonly suggest: (channel: string, prompts: readonly Prompt[]) => Talk;
  readonly entitle: (channel: string, thread: string, title: string) => Talk;
  /** An empty one clears it. */
  readonly setStatus: (channel: string, thread: string, status: string) => Talk;
  /** Undefined where there is none: then nothing changes. */
  readonly statusOf: (channel: string, thread: string) => string | undefined;
};

export function createTalks(): Talks {
  const talks = new Map<string, Talk>();
  const of = (channel: string): Talk => talks.get(channel) ?? { channel, prompts: [], titles: {}, statuses: {} };
  const keep = (talk: Talk): Talk => {
    talks.set(talk.channel, talk);
    return talk;
  };
  return {
    all: () => [...talks.values()],
    suggest: (channel, prompts) => keep({ ...of(channel), prompts }),
    entitle: (channel, thread, title) => {
      const talk = of(channel);
      return keep({ ...talk, titles: { ...talk.titles, [thread]: title } });
    },
    setStatus: (channel, thread, status) => {
      const talk = of(channel);
      const { [thread]: _, ...others } = talk.statuses;
      return keep({ ...talk, statuses: status === '' ? others : { ...others, [thread]: status } });
    },
    statusOf: (channel, thread) => of(channel).statuses[thread],
  };
}
