# The Node.js the program runs on comes with npm ci; the one of the image only starts it.
FROM node:22.20.0-bookworm-slim

WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

COPY scripts scripts
COPY models models
COPY search search
COPY server server
COPY views views

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Without a shell in between, so that a signal to stop reaches the program, which finishes what is under way.
CMD ["node", "scripts/launch.js", "server/main.ts"]
