// Asks the workbench's server to do things.

/** Every request says who acts and from which tab. Where nothing comes back, `fail` was told why, in words for people. */
export const createAsk =
  (path: string, from: { readonly as: string; readonly client: string }, fail: (reason: string) => void) =>
  async (name: string, asked: object) => {
    try {
      const response = await fetch(`${path}${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked, ...from }),
      });
      const answer = await response.json();
      if (response.ok) return answer;
      fail(answer.error ?? 'That did not work.');
    } catch {
      fail('The workbench’s server does not answer. Is it still running?');
    }
    return undefined;
  };
