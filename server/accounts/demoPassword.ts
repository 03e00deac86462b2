/** The password of every demo account; demo accounts exist only where nobody else can reach the server. */
export const DEMO_PASSWORD = 'dual-helix-demo';
