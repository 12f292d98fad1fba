// Teams' own CodeBlock element, which the renderer does not know: the lines, their numbers, and a button that copies them.
import { CardElement, StringProperty, Versions } from 'adaptivecards';

const THANKS_MS = 1_600;

/** A class because the renderer makes its elements itself, from a registry of classes. */
export class CodeBlock extends CardElement {
  static readonly snippet = new StringProperty(Versions.v1_0, 'codeSnippet');

  override getJsonTypeName(): string {
    return 'CodeBlock';
  }

  protected override internalRender(): HTMLElement {
    const text = String(this.getValue(CodeBlock.snippet) ?? '');
    const block = document.createElement('div');
    block.className = 'card-code';
    const head = document.createElement('div');
    head.className = 'card-code-head';
    head.append(label('Plain Text'), copyButton(text));
    const lines = document.createElement('ol');
    lines.tabIndex = 0;
    lines.append(...text.split('\n').map(lineOf));
    block.append(head, lines);
    return block;
  }
}

function label(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('li');
  const code = document.createElement('code');
  code.textContent = text;
  line.append(code);
  return line;
}

function copyButton(text: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', 'Copy code');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, THANKS_MS);
  });
  return button;
}
