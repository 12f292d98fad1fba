// What an element holds before anybody touched it: shared by the stand-in platform and its page.
import type { Element } from './elements.ts';

/** Options by value, people and channels by id, text as it is. */
export function initialValues(element: Element): readonly string[] {
  if ('initial_options' in element) return (element.initial_options ?? []).map(option => option.value);
  if ('initial_option' in element) return listed(element.initial_option?.value);
  if ('initial_value' in element) return listed(element.initial_value);
  if ('initial_user' in element) return listed(element.initial_user);
  if ('initial_conversation' in element) return listed(element.initial_conversation);
  return 'initial_channel' in element ? listed(element.initial_channel) : [];
}

const listed = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
