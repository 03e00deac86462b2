// The reference of bench:http: Express with a compiled template a page and nothing else.
import express from 'express';
import { bareTemplate } from './bareTemplate.ts';
import { serveBench } from './serveBench.ts';

const app = express();
app.disable('x-powered-by');

process.on('message', (message: { pages?: Record<string, string> }) => {
  for (const [path, html] of Object.entries(message.pages ?? {})) {
    const { render, places } = bareTemplate(html);
    app.get(path, (_request, response) => {
      response.type('html').send(render());
    });
    process.send?.({ path, places });
  }
});
serveBench(app);
