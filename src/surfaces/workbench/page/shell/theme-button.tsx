// Light, dark, or as the system has it: each press goes on to the next.
import { useState } from 'react';
import { applyTheme, nextTheme, storedTheme } from '../state/theme.ts';
import { HalfIcon, MoonIcon, SunIcon } from './icons.tsx';

export function ThemeButton() {
  const [theme, setTheme] = useState(storedTheme);
  const change = () => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  const label = `Theme: ${theme}`;
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={change}>
      {theme === 'system' ? <HalfIcon /> : theme === 'light' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
