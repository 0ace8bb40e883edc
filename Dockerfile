# Candour as an image. compose.yaml runs it with a PostgreSQL beside it; docs/operating.md says how.
# The version of Node is the one that package.json pins.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /candour
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN node scripts/build.ts
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
WORKDIR /candour
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 PORT=3000 CANDOUR_DATA=/var/lib/candour
RUN install -d -o node -g node -m 0700 /var/lib/candour
# The files stay root's: what serves cannot change what is served.
COPY --from=build /candour ./
USER node
VOLUME /var/lib/candour
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "--no-memory-reducer", "scripts/serve.ts"]
