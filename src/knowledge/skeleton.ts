// The beginning of an entry: every key in its order, with what belongs there.

/** YAML text of a new entry; `today` is YYYY-MM-DD. Its check fails until it is filled in, and says where. */
export const skeleton = (id: string, today: string): string => `id: ${id}
title:                             # plain words: what is wrong
answer:                            # one or two sentences that one can act on
provider: ${id.split('/')[0]}
symptoms:                          # how people say it who paste nothing: six to ten, in their own words
  -
signatures:                        # the codes and texts that tools really print
  - code:
  - text:
look-alikes:                       # neighbours, and what in a message speaks for them instead
  - entry:
    when:
    seen: []
causes:                            # two to five, the most frequent first; four to ten steps in all
  - id: first-cause
    title:
    steps:
      - id: first-step
        do:                        # one action, 68 characters at most
        run:                       # the command; {profile} is filled with a fact, see placeholders.yaml
        expect:                    # what one sees when it worked
        docs:
faq:                               # the questions that are really asked next
  - ask:
    also: []
    answer:
escalate:                          # when to stop trying, whom to ask, what to tell them
related: []
sources:
  - https://
reviewed: ${today}
examples:
  match:                           # four, in the real tools' format
    -
  reject:                          # two near misses, and the entry they belong to
    - text:
      entry:
`;
