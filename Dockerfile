# The bot as it runs in Azure: compiled, without development packages, as an ordinary user, on a file system that it need
# not write to (docker run --read-only --tmpfs /tmp). Settings come from the environment; see src/config.ts.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY tools/build.ts tools/build.ts
COPY tools/types tools/types
COPY src src
RUN node tools/build.ts
# What runs needs no maps and no types: a third of the size.
RUN npm ci --omit=dev --omit=optional \
    && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' \) -delete

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
ENV PORT=3978
COPY --from=build /app/package.json package.json
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "dist/main.js"]
