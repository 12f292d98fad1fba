// Pictures are described, not fetched: the workbench's page loads nothing from elsewhere.
import { ImageIcon } from '../../shell/icons.tsx';

export function Picture({ url, text }: { readonly url: string; readonly text: string }) {
  return (
    <span className="picture" title={url}>
      <ImageIcon /> {text}
    </span>
  );
}
