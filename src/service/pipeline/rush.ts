// Whether so many events come in that storing and acknowledging them goes before answering: Slack waits three seconds and then
// sends each again, people wait a little longer, and what is stored is not lost.

/** As many a second as Slack sends of one workspace at the most: 30,000 a minute (docs:apis/events-api). */
const RUSH_PER_S = 500;
const WINDOW_MS = 100;
const RUSH = (RUSH_PER_S * WINDOW_MS) / 1_000;

export type Rush = {
  /** An event was stored. */
  readonly arrived: () => void;
  readonly isOn: () => boolean;
};

export function createRush(now: () => number): Rush {
  let window = 0;
  let count = 0;
  let before = 0;
  const turn = (): void => {
    const current = Math.floor(now() / WINDOW_MS);
    if (current === window) return;
    before = current === window + 1 ? count : 0;
    count = 0;
    window = current;
  };
  return {
    arrived: () => {
      turn();
      count += 1;
    },
    isOn: () => {
      turn();
      return Math.max(before, count) >= RUSH;
    },
  };
}
