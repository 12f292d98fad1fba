// Timestamps as people read them.

const DAY_MS = 86_400_000;

export const dateOf = (ts: string): Date => new Date(Number(ts) * 1_000);

export const clockTime = (ts: string): string =>
  dateOf(ts).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export function dayName(ts: string, now: Date): string {
  const day = dateOf(ts);
  if (day.toDateString() === now.toDateString()) return 'Today';
  if (day.toDateString() === new Date(now.getTime() - DAY_MS).toDateString()) return 'Yesterday';
  return day.toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
}

export const fullTime = (ts: string): string =>
  dateOf(ts).toLocaleString([], { dateStyle: 'full', timeStyle: 'medium' });
