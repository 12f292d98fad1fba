// How Teams draws cards: its fonts, sizes, spacings and colours. Colours are names of our style sheet, for light and dark.
import { HostConfig } from 'adaptivecards';

const colours = (name: string) => ({
  default: `var(--card-${name})`,
  subtle: `var(--card-${name}-subtle, var(--card-${name}))`,
});

const FOREGROUND = {
  default: { default: 'var(--card-text)', subtle: 'var(--card-subtle)' },
  dark: colours('text'),
  light: colours('subtle'),
  accent: colours('accent'),
  attention: colours('attention'),
  good: colours('good'),
  warning: colours('warning'),
};

const style = (background: string) => ({
  backgroundColor: `var(${background})`,
  foregroundColors: FOREGROUND,
});

/** Six buttons in a row, the rest behind three dots; sizes in pixels: msteams-docs, cards-format and design guidelines. */
export const hostConfig = new HostConfig({
  fontFamily: 'var(--sans)',
  spacing: { small: 8, default: 10, medium: 14, large: 20, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: 'var(--sans)',
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'var(--mono)',
      fontSizes: { small: 12, default: 13, medium: 14, large: 16, extraLarge: 20 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: style('--card-paper'),
    emphasis: style('--card-emphasis'),
    accent: style('--card-emphasis'),
    good: style('--card-emphasis'),
    attention: style('--card-emphasis'),
    warning: style('--card-emphasis'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } },
  },
});
