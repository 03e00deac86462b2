/** Own drawings on a 20 × 20 grid, lines of 1.5; colour and caps come from the style sheet. */
export const ICONS = {
  search: '<circle cx="9" cy="9" r="5.5"/><path d="m13 13 4 4"/>',
  menu: '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
  language:
    '<circle cx="10" cy="10" r="7"/><path d="M3 10h14M10 3c2.4 2 3.4 4.4 3.4 7S12.4 15 10 17C7.6 15 6.6 12.6 6.6 10S7.6 5 10 3Z"/>',
  account: '<circle cx="10" cy="7" r="3.25"/><path d="M3.75 17c.6-3.3 3-5 6.25-5s5.65 1.7 6.25 5"/>',
  back: '<path d="m8.5 5-5 5 5 5M4 10h13"/>',
  forward: '<path d="m11.5 5 5 5-5 5M16 10H3"/>',
  down: '<path d="m5 7.5 5 5 5-5"/>',
  check: '<path d="m4 10.5 4 4 8-9"/>',
  cross: '<path d="m5 5 10 10M15 5 5 15"/>',
  plus: '<path d="M10 4v12M4 10h12"/>',
  minus: '<path d="M4 10h12"/>',
  information: '<circle cx="10" cy="10" r="7"/><path d="M10 9.25v4.5M10 6.25v.5"/>',
  warning: '<path d="M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14v.4"/>',
  refused: '<circle cx="10" cy="10" r="7"/><path d="m7.25 7.25 5.5 5.5M12.75 7.25l-5.5 5.5"/>',
  agreed: '<circle cx="10" cy="10" r="7"/><path d="m6.75 10.25 2.25 2.25 4.25-4.75"/>',
  waiting: '<circle cx="10" cy="10" r="7"/><path d="M10 5.75V10l2.75 2"/>',
  progress: '<path d="M16.5 10a6.5 6.5 0 1 1-2-4.7"/><path d="M16.5 3v3.5H13"/>',
  neutral: '<circle cx="10" cy="10" r="7"/><path d="M7 10h6"/>',
  open: '<rect x="4.25" y="9" width="11.5" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 5.8-1"/>',
  closed: '<rect x="4.25" y="9" width="11.5" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>',
  file: '<path d="M5 2.75h6.5L15.5 7v10.25H5zM11.25 3v4.25h4"/>',
  picture:
    '<rect x="2.75" y="4" width="14.5" height="12" rx="1"/><circle cx="7" cy="8" r="1.25"/><path d="m3 14 4.5-3.5 3 2.25 3-3L17 13"/>',
  upload: '<path d="M10 13V3.5M6 7l4-4 4 4M3.5 13v3.5h13V13"/>',
  download: '<path d="M10 3v9.5M6 9l4 4 4-4M3.5 13v3.5h13V13"/>',
  copy: '<rect x="7" y="7" width="9.5" height="9.5" rx="1"/><path d="M13 7V3.5H3.5V13H7"/>',
  edit: '<path d="m4 13.5-.75 3.25L6.5 16 16 6.5 13.5 4zM11.5 6l2.5 2.5"/>',
  delete: '<path d="M3.5 5.5h13M8 5.5V3.25h4V5.5M5.25 5.5l.75 11.25h8l.75-11.25M8.5 8.5v5M11.5 8.5v5"/>',
  print: '<path d="M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z"/>',
  filter: '<path d="M3 4.5h14l-5.25 6.25v5.75l-3.5-2v-3.75z"/>',
  achievement:
    '<path d="M8 3h4M8.75 3v5L4 15.5A1 1 0 0 0 4.9 17h10.2a1 1 0 0 0 .9-1.5L11.25 8V3M6.5 12.5h7"/>',
  patent:
    '<path d="M4.5 2.75h11v8.5h-11zM7 5.75h6M7 8.25h4"/><circle cx="10" cy="13" r="2.25"/><path d="m8.75 14.75-.5 2.75L10 16.5l1.75 1-.5-2.75"/>',
  'open-licence': '<circle cx="6.5" cy="10" r="3.5"/><path d="M10 10h7.25M14.5 10v3M17 10v2"/>',
  demand:
    '<path d="M3 4h14v9.5H9.5L6 16.75V13.5H3z"/><path d="M8.25 7.25A1.75 1.75 0 1 1 10 9.1v.65M10 11.4v.3"/>',
  organisation:
    '<path d="M3.5 17V5L10 2.75V17M10 7.5h6.5V17M2.5 17h15M6 7.5h1.5M6 10.5h1.5M6 13.5h1.5M12.75 10.5h1.25M12.75 13.5h1.25"/>',
  verified:
    '<path d="M10 2.5 16.5 5v4.5c0 4-2.5 6.5-6.5 8-4-1.5-6.5-4-6.5-8V5z"/><path d="m7 9.75 2.25 2.25L13.25 7.75"/>',
  region:
    '<path d="M10 17.25C6.5 13.75 4.75 11 4.75 8.25a5.25 5.25 0 0 1 10.5 0c0 2.75-1.75 5.5-5.25 9Z"/><circle cx="10" cy="8.25" r="1.75"/>',
  calendar: '<path d="M3.25 4.5h13.5v12.25H3.25zM3.25 8.25h13.5M6.75 2.75v3M13.25 2.75v3"/>',
  mail: '<path d="M2.75 4.75h14.5v10.5H2.75zM3 5.25l7 5.5 7-5.5"/>',
  bell: '<path d="M4 14.25c1.25-1.25 1.5-2.75 1.5-5a4.5 4.5 0 0 1 9 0c0 2.25.25 3.75 1.5 5zM8.25 16.75h3.5"/>',
  match: '<path d="M4 3.5c0 6.5 12 6.5 12 13M16 3.5c0 6.5-12 6.5-12 13M5 6h10M5 14h10M8 9h4"/>',
  chart: '<path d="M3 3v14h14M6.5 14V9.5M10 14V6M13.5 14v-3"/>',
  list: '<path d="M7 5.5h10M7 10h10M7 14.5h10M3.25 5.5h.5M3.25 10h.5M3.25 14.5h.5"/>',
  help: '<circle cx="10" cy="10" r="7"/><path d="M8 8a2 2 0 1 1 2.75 1.85c-.5.2-.75.5-.75 1.15M10 13.25v.4"/>',
  external: '<path d="M8 4H4v12h12v-4M11 3.5h5.5V9M16 4l-7 7"/>',
  hidden:
    '<path d="M2.5 10c2-3.5 4.5-5 7.5-5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5ZM4 16 16 4"/><circle cx="10" cy="10" r="2"/>',
  visible:
    '<path d="M2.5 10c2-3.5 4.5-5 7.5-5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5Z"/><circle cx="10" cy="10" r="2"/>',
  success: '<circle cx="10" cy="10" r="7"/><path d="m6.75 10.25 2.25 2.25 4.25-4.75"/>',
  error: '<circle cx="10" cy="10" r="7"/><path d="m7.25 7.25 5.5 5.5M12.75 7.25l-5.5 5.5"/>',
  action: '<path d="M16.5 10a6.5 6.5 0 1 1-2-4.7"/><path d="M16.5 3v3.5H13"/>',
} as const;

export type IconName = keyof typeof ICONS;
