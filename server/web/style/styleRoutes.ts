import { Router } from 'express';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import type { Assets } from '../assets.ts';
import { localsOf } from '../locals.ts';
import { readQuery } from '../readQuery.ts';
import { show } from '../show.ts';
import { stylePage } from './stylePage.ts';

const query = z.strictObject({});

/** `/style`: every part pages are made of, live, with how it is written in a view. */
export function createStyleRoutes(assets: Assets): Router {
  return Router().get(paths.style, (request, response) => {
    readQuery(query, request.query);
    show(response, 'style/index', stylePage(localsOf(response).frame, assets.address));
  });
}
