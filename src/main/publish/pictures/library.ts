import Vips from 'wasm-vips'

/** libvips compiled to WebAssembly: the same program on every machine. It is slow to open, and is told to keep its warnings to itself. */
export async function openLibrary() {
  const vips = await Vips({
    // For a council's logo, which is often a drawing.
    dynamicLibraries: ['vips-resvg.wasm'],
    preRun: ({ ENV }) => {
      ENV.VIPS_WARNING = '0'
    },
  })
  vips.concurrency(1)
  vips.blockUntrusted(true)
  return vips
}

export type Library = Awaited<ReturnType<typeof openLibrary>>
