// Draws what one ticks or picks: checkboxes, radio buttons and menus of options, people and channels.
import { useId } from 'react';
import type { Element, Option } from '../../../slack/blocks/elements.ts';
import { optionsOf } from '../../../slack/blocks/options.ts';
import { useWorkbench } from '../state/context.tsx';
import { channelsOf } from '../state/selectors.ts';
import { Text } from '../text/text.tsx';
import { useHeld } from './choosing.ts';

type Of<Kind extends Element['type']> = Extract<Element, { readonly type: Kind }>;
type Props<Kind extends Element['type']> = {
  readonly block: string;
  readonly element: Of<Kind>;
  readonly labelId?: string | undefined;
};

export function Ticks({ block, element, labelId }: Props<'checkboxes' | 'radio_buttons'>) {
  const { values, set } = useHeld(block, element);
  const name = useId();
  const isRadio = element.type === 'radio_buttons';
  const toggle = (value: string) => {
    if (isRadio) return set([value]);
    const others = values.filter(one => one !== value);
    set(others.length === values.length ? [...values, value] : others);
  };
  return (
    <fieldset className="ticks" aria-labelledby={labelId}>
      {optionsOf(element).map(option => (
        <label key={option.value} className="tick">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={name}
            value={option.value}
            checked={values.includes(option.value)}
            onChange={() => toggle(option.value)}
            data-action={element.action_id}
          />
          <span className="tick-text">
            <Text text={option.text} />
            {option.description && (
              <small>
                <Text text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Select({ block, element, labelId }: Props<'static_select'>) {
  const grouped = element.option_groups;
  return (
    <Menu block={block} element={element} labelId={labelId}>
      {grouped
        ? grouped.map(group => (
            <optgroup key={group.label.text} label={group.label.text}>
              <Options options={group.options} />
            </optgroup>
          ))
        : optionsOf(element).length > 0 && <Options options={optionsOf(element)} />}
    </Menu>
  );
}

const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(option => (
    <option key={option.value} value={option.value}>
      {option.text.text}
    </option>
  ));

/** Several may be chosen: drawn as ticks, which every keyboard and screen reader knows. */
export function MultiSelect({ block, element, labelId }: Props<'multi_static_select'>) {
  const { values, set } = useHeld(block, element);
  const full = element.max_selected_items !== undefined && values.length >= element.max_selected_items;
  return (
    <fieldset className="ticks ticks-boxed" aria-labelledby={labelId}>
      {optionsOf(element).map(option => (
        <label key={option.value} className="tick">
          <input
            type="checkbox"
            value={option.value}
            checked={values.includes(option.value)}
            disabled={full && !values.includes(option.value)}
            onChange={event =>
              set(event.target.checked ? [...values, option.value] : values.filter(one => one !== option.value))
            }
          />
          <span className="tick-text">
            <Text text={option.text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function PeopleSelect({ block, element, labelId }: Props<'users_select'>) {
  const { state } = useWorkbench();
  return (
    <Menu block={block} element={element} labelId={labelId}>
      {state.snapshot?.people.map(person => (
        <option key={person.id} value={person.id}>
          {person.realName}
        </option>
      ))}
    </Menu>
  );
}

export function ChannelSelect({ block, element, labelId }: Props<'conversations_select' | 'channels_select'>) {
  const { state } = useWorkbench();
  const wanted = channelsOf(state).filter(
    channel => element.type === 'conversations_select' || channel.kind === 'channel',
  );
  return (
    <Menu block={block} element={element} labelId={labelId}>
      {wanted.map(channel => (
        <option key={channel.id} value={channel.id}>
          {channel.kind === 'im' ? channel.name : `#${channel.name}`}
        </option>
      ))}
    </Menu>
  );
}

type MenuElement = Of<'static_select' | 'users_select' | 'conversations_select' | 'channels_select'>;

function Menu(props: {
  readonly block: string;
  readonly element: MenuElement;
  readonly labelId?: string | undefined;
  readonly children: React.ReactNode;
}) {
  const { block, element, labelId, children } = props;
  const { values, set } = useHeld(block, element);
  const placeholder = element.placeholder?.text ?? 'Choose';
  return (
    <select
      className="select"
      value={values[0] ?? ''}
      onChange={event => set([event.target.value])}
      data-action={element.action_id}
      {...(labelId ? { 'aria-labelledby': labelId } : { 'aria-label': placeholder })}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {children}
    </select>
  );
}
