// Links to messages of Teams lead to this view's own messages.

/** learn.microsoft.com, Deep link to a Teams chat message: `/l/message/<conversation>/<message>?parentMessageId=<post>`. */
export function linkedHere(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname, searchParams } = new URL(url);
  const [, conversation, message] = /^\/l\/message\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  if (hostname !== 'teams.microsoft.com' || !conversation || !message) return undefined;
  return `#teams/${conversation}/${encodeURIComponent(searchParams.get('parentMessageId') ?? message)}`;
}
