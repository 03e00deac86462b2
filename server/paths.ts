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

  signIn: '/sign-in',
  signOut: '/sign-out',
  register: '/register',
  resetPassword: '/reset-password',

  my: '/my',
  myListings: '/my/listings',
  myListing: (reference: string) => `/my/listings/${encodeURIComponent(reference)}`,
  myDeals: '/my/deals',
  myMatches: '/my/matches',
  myOrganisation: '/my/organisation',

  desk: '/desk',
  deskReview: '/desk/review',
  deskMatches: '/desk/matches',
  deskOrganisations: '/desk/organisations',
  deskSearch: '/desk/search',
  deskAccounts: '/desk/accounts',
  deskAudit: '/desk/audit',

  api: '/api/v1',
  health: '/health',
  ready: '/ready',
} as const;
