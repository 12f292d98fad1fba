// The page's pictograms, drawn as lines on a 20 by 20 grid.
import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const line = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
);

export const HashIcon = line('M7.500 3 6 17M14 3l-1.500 14M3.500 7.500h14M2.500 12.500h14');
export const SendIcon = line('M3 10h11M9.500 4.500 16 10l-6.500 5.500');
export const CloseIcon = line('m5 5 10 10M15 5 5 15');
export const BackIcon = line('M12 4.500 6.500 10l5.500 5.500');
export const DrawerIcon = line('M3 5.500h14M3 10h14M3 14.500h14');
export const CopyIcon = line('M7.500 7.500h8.500v8.500H7.500zM12.500 7.500V4H4v8.500h3.500');
export const CheckIcon = line('m4 10.500 4 4 8-9');
export const ReplyIcon = line(
  'M4 5.500A1.500 1.500 0 0 1 5.500 4h9A1.500 1.500 0 0 1 16 5.500v6a1.500 1.500 0 0 1-1.500 1.500H9l-4 3.500V13a1 1 0 0 1-1-1z',
);
export const EyeIcon = line('M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4');
export const CodeIcon = line('m7 6-4 4 4 4M13 6l4 4-4 4');
export const SampleIcon = line('M5 3.500h7l3 3v10H5zM7.500 9.500h5M7.500 12.500h5M12 3.500v3h3');
export const BoltIcon = line('M11 2.500 4.500 11H10l-1 6.500L15.500 9H10z');
export const ImageIcon = line('M3.500 4.500h13v11h-13zM3.500 13l4-4 3.500 3.500 2-2 3.500 3.500M13 8a.8.8 0 1 1 0-.01');
export const FileIcon = line('M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15');
export const ClipIcon = line(
  'm15 9-5.700 5.700a3.200 3.200 0 0 1-4.500-4.500l6.300-6.300a2.200 2.200 0 0 1 3.100 3.100l-6 6a1.100 1.100 0 0 1-1.600-1.600l5.400-5.400',
);
export const HomeIcon = line('M3.500 9 10 3.500 16.500 9v7.500h-4.500V12H8v4.500H3.500z');
export const SunIcon = line(
  'M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M15.700 4.300l-1.100 1.100M5.400 14.600l-1.100 1.100',
);
export const MoonIcon = line('M16 12.200A6.500 6.500 0 0 1 7.800 4 6.500 6.500 0 1 0 16 12.200z');
export const HalfIcon = line('M10 3.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM10 3.500v13M12 5v10M14 6v8');

export const MoreIcon = () => (
  <Icon>
    <circle cx="4.500" cy="10" r="1.300" className="dot" />
    <circle cx="10" cy="10" r="1.300" className="dot" />
    <circle cx="15.500" cy="10" r="1.300" className="dot" />
  </Icon>
);

/** Locksmith's face: a padlock of brass. */
export const LockFace = () => (
  <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path d="M14 19v-5a6 6 0 0 1 12 0v5" className="lock-shackle" />
    <rect x="9.500" y="18" width="21" height="15" rx="4" className="lock-body" />
    <circle cx="20" cy="24" r="2.600" className="lock-hole" />
    <path d="M20 25v4" className="lock-slot" />
  </svg>
);
export const SmileIcon = line(
  'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M7 11.500a3.500 3.500 0 0 0 6 0M7.500 8v.010M12.500 8v.010',
);
