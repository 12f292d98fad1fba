// Working hours of the people who are called: the configuration names them, in the zone where those people live.

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** `from` and `to` as `09:00`, in `zone` (an IANA name); `to` itself is outside. A `to` before `from` goes past midnight. */
export type Hours = {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly days: readonly Day[];
};

export function isOpen(hours: Hours, at: number): boolean {
  const { day, time } = local(at, hours.zone);
  const today = hours.days.includes(day);
  if (hours.from <= hours.to) return today && time >= hours.from && time < hours.to;
  const yesterday = hours.days.includes(DAYS[(DAYS.indexOf(day) + 6) % 7] ?? day);
  return (today && time >= hours.from) || (yesterday && time < hours.to);
}

function local(at: number, zone: string): { readonly day: Day; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find(one => one.type === type)?.value ?? '';
  const weekday = part('weekday').toLowerCase();
  return { day: DAYS.find(day => day === weekday) ?? 'mon', time: `${part('hour')}:${part('minute')}` };
}
