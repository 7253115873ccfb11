export type PreviewWidth = 'phone' | 'desktop'

/** The frames' widths in CSS pixels: a common small telephone, and a laptop. */
export const previewWidths: Readonly<Record<PreviewWidth, number>> = { phone: 375, desktop: 1024 }
