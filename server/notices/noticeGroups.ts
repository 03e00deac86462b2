/** Kinds of notice people choose a channel for; `account` and `invitation` always come by mail. */
export const NOTICE_GROUPS = ['listings', 'matches', 'deals', 'organisation', 'searches', 'desk'] as const;
export const ALWAYS_MAILED = ['account', 'invitation'] as const;

export type NoticeGroup = (typeof NOTICE_GROUPS)[number] | (typeof ALWAYS_MAILED)[number];
export type NoticeChannel = 'site' | 'mail' | 'none';
export const NOTICE_CHANNELS = ['mail', 'site', 'none'] as const satisfies readonly NoticeChannel[];

/** How a group reaches somebody with these settings; without a choice, in the site and by mail. */
export function channelFor(settings: Record<string, NoticeChannel>, group: NoticeGroup): NoticeChannel {
  if ((ALWAYS_MAILED as readonly string[]).includes(group)) return 'mail';
  return settings[group] ?? 'mail';
}
