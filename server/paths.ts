/**
 * Every address of the marketplace, without the language; views add it with `link`, redirects with
 * `redirectTo`. Browse pages take a query besides.
 */
export const paths = {
  home: '/',
  achievements: '/achievements',
  patents: '/patents',
  openLicences: '/open-licences',
  demands: '/demands',
  statistics: '/statistics',
  style: '/style',
  listing: (reference: string) => `/listings/${encodeURIComponent(reference)}`,
  organisation: (organisationId: string) => `/organisations/${encodeURIComponent(organisationId)}`,
  evidence: (organisationId: string, fileId: string) =>
    `/organisations/${encodeURIComponent(organisationId)}/evidence/${encodeURIComponent(fileId)}`,

  signIn: '/sign-in',
  signOut: '/sign-out',
  register: '/register',
  resetPassword: '/reset-password',
  setPassword: (secret: string) => `/reset-password/${secret}`,
  confirm: (secret: string) => `/confirm/${secret}`,
  invitation: (secret: string) => `/invitation/${secret}`,

  my: '/my',
  myListings: '/my/listings',
  myListing: (reference: string) => `/my/listings/${encodeURIComponent(reference)}`,
  myDeals: '/my/deals',
  myMatches: '/my/matches',
  myOrganisation: '/my/organisation',
  myOrganisationEdit: '/my/organisation/edit',
  myOrganisationMembers: '/my/organisation/members',
  myOrganisationVerification: '/my/organisation/verification',
  myAccount: '/my/account',
  myNotices: '/my/notices',
  myNotice: (noticeId: string) => `/my/notices/${encodeURIComponent(noticeId)}`,

  desk: '/desk',
  deskReview: '/desk/review',
  deskMatches: '/desk/matches',
  deskOrganisations: '/desk/organisations',
  deskOrganisation: (organisationId: string) => `/desk/organisations/${encodeURIComponent(organisationId)}`,
  deskSearch: '/desk/search',
  deskAccounts: '/desk/accounts',
  deskAccount: (accountId: string) => `/desk/accounts/${encodeURIComponent(accountId)}`,
  deskAudit: '/desk/audit',

  api: '/api/v1',
  health: '/health',
  ready: '/ready',
} as const;
