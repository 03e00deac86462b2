import type { Express } from 'express';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** The patterns of all addresses an application answers to GET, as Express keeps them. */
export function routesOf(app: Express): string[] {
  const { stack } = app.router as unknown as { stack: Layer[] };
  return [...new Set(stack.flatMap(routesIn))].sort();
}

function routesIn({ route, handle }: Layer): string[] {
  if (route) return route.methods.get ? [route.path].flat() : [];
  return (handle?.stack ?? []).flatMap(routesIn);
}
