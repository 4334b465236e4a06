import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { defineConfig, type Plugin } from 'vite'

const output = fileURLToPath(new URL('dist', import.meta.url))

/** Beside each text file its packed forms: the node sends them as they are and packs nothing while it works. */
const packFiles: Plugin = {
  name: 'pack-files',
  writeBundle() {
    const assets = `${output}/assets`
    for (const name of readdirSync(assets)) {
      if (!/\.(?:js|css|svg|json)$/.test(name)) continue
      const bytes = readFileSync(`${assets}/${name}`)
      writeFileSync(`${assets}/${name}.br`, brotliCompressSync(bytes))
      writeFileSync(`${assets}/${name}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('src/node-host', import.meta.url)),
  // Relative: below which path of its host a node stands is not known here.
  base: './',
  publicDir: false,
  // The node puts a fresh one in its place for each page it sends.
  html: { cspNonce: '__ACCORD_NONCE__' },
  logLevel: 'warn',
  build: {
    rolldownOptions: {
      // The libraries mark what runs in a browser; all of it does here.
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  plugins: [packFiles],
})
