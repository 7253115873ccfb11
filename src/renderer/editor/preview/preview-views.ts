/** The screens on which a page can be looked at: a common small telephone, a laptop, and a laptop whose reader zooms in. */
export type PreviewView = 'phone' | 'desktop' | 'zoom-200' | 'zoom-400'

export interface Screen {
  label: string
  /** In CSS pixels of the page. */
  width: number
  /** How many times as large it is drawn. */
  zoom: number
}

/** At 400% a screen of 1280 pixels has room for 320 of the page's (WCAG 2.2 SC 1.4.10). */
export const previewViews: Readonly<Record<PreviewView, Screen>> = {
  phone: { label: 'Phone', width: 375, zoom: 1 },
  desktop: { label: 'Desktop', width: 1024, zoom: 1 },
  'zoom-200': { label: '200%', width: 640, zoom: 2 },
  'zoom-400': { label: '400%', width: 320, zoom: 4 },
}

export function isPreviewView(value: unknown): value is PreviewView {
  return typeof value === 'string' && Object.hasOwn(previewViews, value)
}

/** How somebody looks at the preview at the moment. */
export interface PreviewLook {
  view: PreviewView
  /** As it is for readers whose system chooses the colours. */
  contrast: boolean
}
